"""The record for other programs: JSON lines and tables, codes of events, calendars."""
