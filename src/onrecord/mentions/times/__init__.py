"""Time expressions with TIMEX3 values."""

from onrecord.mentions.times.find import find_times

__all__ = ["find_times"]
