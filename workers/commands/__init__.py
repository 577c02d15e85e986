"""What the operator does on the command line, beside running the processes: one file a subject."""
