"""What articles have to do with one another."""

from onrecord.stories.copies import Copy, copies

__all__ = ["Copy", "copies"]
