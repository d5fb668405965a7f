"""The JSON Schema of a line of the record."""

import click
import msgspec

from onrecord.views.exports.lines import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the lines that `annotate` and `export jsonl` print."""
    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2))
