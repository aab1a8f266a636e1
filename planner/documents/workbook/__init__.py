"""The sheets of the workbook: each module takes the View and a book that is being written, and adds its sheets."""
