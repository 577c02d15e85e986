"""What is no entry: tables of what is said to the bot, to colleagues, at home and of nobody, and who reads them."""
