"""Words → operation: what a sales rep types in Spanish or English, understood without network or language model."""
