"""Mentions: rules and tables that read single phrases of a parsed article."""
