"""Files that belong to a record, and the stores that keep their bytes."""
