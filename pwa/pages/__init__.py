"""Pages for ourselves, one file a resource."""
