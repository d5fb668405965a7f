"""From bytes to articles: files, folders, standard input; plain text, HTML, CSV, JSON lines."""

from onrecord.intake.inputs import InputOptions, Unread, read_inputs

__all__ = ["InputOptions", "Unread", "read_inputs"]
