"""The process as a table, to be edited like a sheet."""
