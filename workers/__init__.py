"""What happens behind: the queue, the clock, the readers, the operator's command line."""
