"""The command line: one module for each command."""

from __future__ import annotations

import sys

import click

from persona_docs.cli.check import check
from persona_docs.cli.export import export
from persona_docs.cli.pages import pages


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="persona-docs")
def main() -> None:
    """Turn folders of AI persona files into a catalog."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a terminal that cannot show a sign gets its escape and not a traceback
            reconfigure(errors="backslashreplace")


main.add_command(check)
main.add_command(export)
main.add_command(pages)
