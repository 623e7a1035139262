"""`persona-docs check`: what to fix in persona files."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from persona_docs.cli.console import Refusal, color
from persona_docs.cli.inputs import config_option, site_options
from persona_docs.cli.places import sources_of
from persona_docs.codes import CODES
from persona_docs.gathering import told
from persona_docs.gathering.contents import FOLDER, contents
from persona_docs.gathering.told import Told
from persona_docs.keeping.packs import Packs
from persona_docs.model import Finding, Severity
from persona_docs.option_values import IGNORE, refuse_unknown
from persona_docs.options import OptionError, Options
from persona_docs.reporting import FORMATS, Report
from persona_docs.reporting.baseline import new_findings, read_baseline
from persona_docs.repository import inside_checkout


def _codes(_context: click.Context, _parameter: click.Parameter, value: str) -> frozenset[str]:
    """Finding codes, separated by commas; one that does not exist ends the command."""
    codes = [code.strip() for code in value.split(",") if code.strip()]
    try:
        refuse_unknown(codes)
    except OptionError as error:
        raise click.BadParameter(error.said) from error
    return frozenset(codes)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="The report's form: for people, programs, code scanning, or a pull request.",
)
@click.option(
    "--select", callback=_codes, default="", metavar="CODES", help="Only these codes, separated by commas."
)
@click.option(
    "--ignore", callback=_codes, default="", metavar="CODES", help="All but these codes, separated by commas."
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier report (--format json); what it holds is not reported again.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*map(str, Severity), "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 if a finding is at least this bad.",
)
@config_option
@click.option("--fix", is_flag=True, help="Fix quoting, encoding and line ends; the change is shown first.")
@click.option("--diff", "dry", is_flag=True, help="Show what --fix would change, and change nothing.")
def check(
    *,
    paths: tuple[str, ...],
    form: str,
    select: frozenset[str],
    ignore: frozenset[str],
    baseline: Path | None,
    fail_on: str,
    config_file: Path | None,
    fix: bool,
    dry: bool,
) -> None:
    """Find what to fix in the persona files, worst first.

    PATHs are files, folders or globs; without any, the sources of the site's configuration
    are checked, and without one the places in this folder where products keep personas.

    Exit status: 0 no finding at or above --fail-on, 1 at least one, 2 nothing was checked.
    """
    try:
        known = read_baseline(baseline.read_bytes()) if baseline else Counter[str]()
        given = site_options(config_file)
        options, root = given.options, given.root
        only = sources_of(paths, Path.cwd(), root)
        # Where no site has a catalog nothing is written: who checks a folder wants nothing else in it.
        folder = root / FOLDER if given.configured else None
        if fix or dry:
            from persona_docs.cli.fixing import fix_all

            fix_all(options, root, only, folder, wanted=(select, ignore), write=not dry)
        said = _told(_shown(options, select, ignore), root, only, folder)
    except ValueError as error:
        raise Refusal(str(error)) from error
    new = new_findings(said.findings, known)
    inside = inside_checkout(root) or ""
    known_too = len(said.findings) - len(new)
    report = FORMATS[form](Report(tuple(new), dict(said.lines), said.personas, known_too, inside))
    if report:
        click.echo(report, color=color())
    sys.exit(1 if _failed(new, fail_on) else 0)


def _shown(options: Options, select: frozenset[str], ignore: frozenset[str]) -> Options:
    """The options with all codes ignored that are not wanted, so that none of them speaks for one that is."""
    left_out = {code for code in CODES if code not in (select or CODES)} | ignore
    return replace(options, findings={**options.findings, **dict.fromkeys(left_out, IGNORE)})


def _told(options: Options, root: Path, only: tuple[str, ...], folder: Path | None) -> Told:
    """What is to be said; where nothing has changed it is said again, and hardly anything is loaded."""
    given = contents(options, root, only)
    said = told.again(given, root, Packs(folder)) if folder else None
    if said is None:
        from persona_docs.gathering.gather import gather  # all that reads takes its time to load
        from persona_docs.gathering.kept import Kept

        asked: dict[str, bool] = {}
        gathered = gather(options, root, kept=Kept(folder), given=given)
        gathered.keep()
        said = Told.of(gathered.catalog(options, root, asked), asked)
        if folder and gathered.keepable:
            told.keep(said, given, Packs(folder))
    return said


def _failed(findings: Iterable[Finding], fail_on: str) -> bool:
    return fail_on != "never" and any(each.severity.rank <= Severity(fail_on).rank for each in findings)
