"""The whole installation as one file, and back: its database, and its documents wherever they are kept."""
