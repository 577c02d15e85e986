"""Who we deal with: accounts, contacts, how to reach them, cards, and finding them again."""
