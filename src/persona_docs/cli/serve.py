"""`persona-docs serve`: a catalog in the browser, without a configuration."""

from __future__ import annotations

import signal
import time
from types import FrameType

import click

from persona_docs.cli.console import Refusal, say
from persona_docs.cli.inputs import site_of
from persona_docs.cli.progress import Progress
from persona_docs.engines.whole_site import SiteError


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--port",
    "-p",
    type=click.IntRange(1, 65535),
    help="The port; without it, the first free one from 8000 on.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen; only this machine can see 127.0.0.1.",
)
@click.option("--open", "browser", is_flag=True, help="Open the catalog in the browser.")
def serve(*, paths: tuple[str, ...], port: int | None, host: str, browser: bool) -> None:
    """Show a catalog of personas in the browser, and show every change.

    PATHs are files, folders or globs. In a project the places where products keep personas are found
    (.claude/agents, .github/agents, .cursor/rules and so on). Without a PATH, mkdocs.yml is used if it names
    persona-docs, and this folder otherwise.

    Without a mkdocs.yml, nothing is written beside the files, and nothing stays behind.
    """
    from persona_docs.engines.mkdocs_site import serve_site  # a generator takes its time to load

    signal.signal(signal.SIGTERM, _interrupt)
    started = time.monotonic()
    try:
        site = site_of(paths)
        serve_site(
            site,
            Progress(site, paths).listener,
            host=host,
            port=port,
            ready=lambda address: _ready(address, time.monotonic() - started),
            again=lambda: say("Changed; the pages are up to date."),
            browser=browser,
        )
    except (ValueError, SiteError) as error:
        raise Refusal(str(error)) from error
    except KeyboardInterrupt:
        pass
    say("Stopped.")


def _ready(address: str, seconds: float) -> None:
    say(f"Made in {seconds:.1f} seconds: {address}", bold=True)
    say("Pages reload when files change. Stop with Ctrl+C.")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """End on SIGTERM as on Ctrl+C, so that nothing stays behind."""
    raise KeyboardInterrupt
