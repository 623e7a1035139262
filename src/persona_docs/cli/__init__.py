"""The command line: one module for each command."""

from __future__ import annotations

import sys
from difflib import get_close_matches

import click

from persona_docs.cli.build import build
from persona_docs.cli.check import check
from persona_docs.cli.export import export
from persona_docs.cli.init import init
from persona_docs.cli.new import new
from persona_docs.cli.pages import pages
from persona_docs.cli.serve import serve


class Commands(click.Group):
    """Commands that say, of one that does not exist, which was meant."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for."""
        name = arguments[0]
        if name not in self.commands and not name.startswith("-"):
            close = get_close_matches(name, self.commands, n=1)
            hint = f"did you mean “{close[0]}”?" if close else "`persona-docs --help` lists them all"
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


main.add_command(serve)
main.add_command(build)
main.add_command(check)
main.add_command(new)
main.add_command(init)
main.add_command(export)
main.add_command(pages)
