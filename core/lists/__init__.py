"""Lists of records, whatever their kind: filters, columns, saved views."""
