"""What we may sell: pipelines, stages, opportunities, and their totals."""
