"""What the worker does, one line a job: it takes ids, loads, and delegates."""
