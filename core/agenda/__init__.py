"""What was done and what is planned: activities, the agenda, reminders, digests."""
