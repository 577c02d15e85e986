"""The business: companies, customers, sales, agenda; imports no edge."""
