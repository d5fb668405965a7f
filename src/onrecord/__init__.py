"""Onrecord turns news about a negotiation into a checkable record."""
