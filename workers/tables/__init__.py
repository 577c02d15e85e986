"""Tables in files: CSV in whatever way it was written, workbooks of Excel and LibreOffice."""
