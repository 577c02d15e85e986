"""How fast it is: `make bench` fills a database and prints figures; nothing here passes or fails."""
