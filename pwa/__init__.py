"""The pages: an installable web application over the core."""
