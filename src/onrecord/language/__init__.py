"""From text to parse: models, paragraphs, quotation marks, sentences."""

from onrecord.language.layout import lay_out
from onrecord.language.models import load
from onrecord.language.parse import parse

__all__ = ["lay_out", "load", "parse"]
