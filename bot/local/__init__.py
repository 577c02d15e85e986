"""The chat without Telegram: a Bot API server of our own and a page to chat on, for development and tests."""
