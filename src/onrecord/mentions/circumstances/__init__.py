"""Whom a source spoke to, and where: read from the clause of the cue, then from the whole article."""

from onrecord.mentions.circumstances.addressees import addressee_of
from onrecord.mentions.circumstances.occasions import carry_settings
from onrecord.mentions.circumstances.settings import setting_of

__all__ = ["addressee_of", "carry_settings", "setting_of"]
