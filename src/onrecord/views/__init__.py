"""What users see: commands, pages, exports."""
