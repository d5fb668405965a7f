"""Every setting and where it comes from."""

import click

from onrecord.config import MEANINGS, settings
from onrecord.views.cli.options import json_option
from onrecord.views.cli.output import print_table


@click.command("config")
@json_option
def command(as_json: bool) -> None:
    """Every setting, its value here, and where it comes from.

    An option outranks the environment (ONRECORD_DB), that the project's onrecord.toml (found upward from here), that
    the user's own file, that the default.
    """
    rows = [(s.name, s.value, s.origin, MEANINGS[s.name]) for s in settings().values()]
    print_table(["setting", "value", "origin", "meaning"], rows, as_json=as_json)
