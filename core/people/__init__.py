"""Companies and the people who work in them: users, memberships, units, teams, roles, sign-in."""
