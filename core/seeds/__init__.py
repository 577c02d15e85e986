"""Named scenarios: companies that are made up, loaded through operations like everything else."""
