"""One template, two places: the server renders it with Jinja2, the phone as plain JavaScript; see docs/templates.md."""
