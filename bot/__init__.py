"""The chat: what a rep says and taps on the phone, over the same core as everything else."""
