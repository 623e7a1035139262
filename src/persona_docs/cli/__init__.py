"""The command line: a module for each command in `COMMANDS`, and what they share."""

from __future__ import annotations

import errno
import sys
from importlib import import_module

import click

from persona_docs.cli.console import Refusal
from persona_docs.folding import nearest

COMMANDS = {
    "build": "Make a catalog of personas as a folder of pages.",
    "check": "Find what to fix in the persona files, worst first.",
    "export": "Write the catalog as files of a FORMAT.",
    "init": "Add the catalog to an MkDocs site.",
    "new": "Write a first persona from a template.",
    "pages": "Write the catalog's pages into the docs folder DIR, "
    "for Zensical and others that run no plugins.",
    "serve": "Show a catalog of personas in the browser, and show every change.",
}
"""What there is and what it does: a command is loaded when it is asked for, since that takes its time."""


class Commands(click.Group):
    """Commands that are loaded one by one, and that say, of one that does not exist, which was meant."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """All names."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Load a command; each stands in a module of its name."""
        if name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"persona_docs.cli.{name}"), name)
        return found

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each does, and load none."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, context: click.Context) -> object:
        """Run the command; what a disk refuses, and no command expects, is said in a sentence."""
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads any more: it ends without a word
                raise
            what = f"{error.filename}: " if error.filename else ""
            raise Refusal(f"{what}{error.strerror or error}") from error

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for."""
        name = arguments[0]
        if name not in COMMANDS and not name.startswith("-"):
            meant = nearest(name, COMMANDS)
            hint = f"did you mean “{meant}”?" if meant else "`persona-docs --help` lists them all"
            context.fail(f"There is no command “{name}”; {hint}")
        return super().resolve_command(context, arguments)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="persona-docs")
def main() -> None:
    """Turn folders of AI persona files into a catalog."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a terminal that cannot show a sign gets its escape and not a traceback
            reconfigure(errors="backslashreplace")
