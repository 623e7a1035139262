"""The MkDocs plugin: what happens at which event of a build, and nothing else."""

from __future__ import annotations

import json
import logging
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as SitePage

from persona_docs.catalog import build_catalog
from persona_docs.codes import CODES
from persona_docs.engines import search_index
from persona_docs.engines.directives import Place
from persona_docs.engines.markdown_extension import PersonaDocsExtension
from persona_docs.engines.mkdocs_config import PersonaDocsConfig, options
from persona_docs.engines.repository import Repository, changes
from persona_docs.model import Catalog, Finding, Severity
from persona_docs.options import Options
from persona_docs.pages import Planned, plan, render
from persona_docs.pages.links import download_address
from persona_docs.pages.page import Page, Site
from persona_docs.engines.reader import read
from persona_docs.engines.reader import watch_paths

log = get_plugin_logger("persona_docs")

ASSETS = Path(__file__).parent.parent / "assets"
ASSETS_ADDRESS = "assets/persona-docs"
STYLES = ("persona-docs.css", "persona.css")
SCRIPTS = ("catalog.js", "checklists.js", "copy.js")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


@dataclass
class Build:
    """What is known during one build; made anew in `on_config`, for the plugin outlives builds under `serve`.

    Attributes:
        options: the user's.
        root: the folder of `mkdocs.yml`.
        site: what pages must know of the site.
        catalog: the personas, once files have been read.
        planned: the pages of the catalog, by address; without those the user wrote by hand.
        pages: pages that are made and not written yet.
        search: pages whose entries go into the search.
        here: address of the page that is being converted.
    """

    options: Options
    root: Path
    site: Site
    catalog: Catalog = field(default_factory=Catalog)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    search: list[tuple[str, Page]] = field(default_factory=list)
    here: str = "index.md"

    def page(self, address: str) -> Page | None:
        """The page with this address, made once."""
        planned = self.planned.get(address)
        if planned is None:
            return None
        if address not in self.pages:
            self.pages[address] = render(planned, self.catalog, self.site)
        return self.pages[address]

    def place(self) -> Place:
        """Where a directive stands."""
        return Place(self.catalog, self.site, self.here, self.page)


class PersonaDocsPlugin(BasePlugin[PersonaDocsConfig]):
    """Adds a catalog of personas to a site."""

    build: Build

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Exists so that the instance lives through `serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take in the options, and tell MkDocs of sources, styles, scripts and the Markdown extension."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        chosen = options(self.config)
        refuse_impossible(chosen, config)
        self.build = Build(chosen, root, site_of(chosen, config, root))
        config.watch.extend(str(path) for path in watch_paths(chosen.sources, root))
        config.extra_css[:0] = [f"{ASSETS_ADDRESS}/{name}" for name in STYLES if (ASSETS / name).is_file()]
        config.extra_javascript.extend(
            f"{ASSETS_ADDRESS}/{name}" for name in SCRIPTS if (ASSETS / name).is_file()
        )
        extension: Any = PersonaDocsExtension(place=self.build.place, warn=lambda text: log.warning("%s", text))
        config.markdown_extensions.append(extension)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the personas and add a page for each, the pages made of all, their downloads and the assets."""
        build = self.build
        reading = read(build.options, build.root)
        build.catalog = build_catalog(reading.personas, reading.findings, build.options, build.root)
        report(build.catalog.findings)
        drop_sources(files, build)
        build.planned = {one.address: one for one in missing(plan(build.catalog, build.site), files)}
        indexed = search_index.entries_of(config.plugins) is not None
        for one in build.planned.values():
            files.append(stub(one, config, indexed=indexed))
        for file in (*downloads(build, config), *assets(config)):
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give persona pages a parent, neighbours and the way to their source, without putting them in the nav."""
        attach(self.build, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Remember where directives stand; of our own pages, set what the theme may know."""
        build = self.build
        build.here = page.file.src_uri
        made = build.page(build.here)
        if made is not None:
            page.meta["title"] = escape(made.title)
            if made.description:
                page.meta["description"] = escape(made.description)
        return markdown

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Keep what the search wants of our page, and let the rest of it go."""
        made = self.build.pages.pop(page.file.src_uri, None)
        if made is not None:
            self.build.search.append((page.url, made))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Hand our entries to the search."""
        entries = search_index.entries_of(config.plugins)
        if entries is not None:
            for url, page in self.build.search:
                search_index.add(entries, page, url)
        return env


def refuse_impossible(chosen: Options, config: MkDocsConfig) -> None:
    """Say what is wrong with settings that no catalog can be made with.

    Raises:
        PluginError: with what to change.
    """
    if not chosen.sources:
        raise PluginError("sources is empty: name at least one file, folder or glob that holds personas")
    parts = chosen.path.split("/")
    if any(not re.fullmatch(r"\w[\w .~-]*", part) for part in parts):
        raise PluginError(
            f"path: {chosen.path!r} must name a folder of the site, such as 'personas' or 'team/agents'"
        )
    if parts[0] == "templates":
        raise PluginError(f"path: {chosen.path!r} cannot be used: MkDocs leaves everything below templates/ out")
    for code in chosen.findings:
        if code not in CODES:
            close = get_close_matches(code, CODES, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(CODES)}"
            raise PluginError(f"findings: there is no finding {code!r}; {hint}")
    for name, value in config.plugins.items():
        if type(value).__module__.startswith("mkdocs_static_i18n"):
            raise PluginError(
                f"the plugin {name!r} (mkdocs-static-i18n) cannot work with pages that are no files; "
                "write the catalog's pages as files with `persona-docs pages`, and take persona-docs out of plugins"
            )


def site_of(chosen: Options, config: MkDocsConfig, root: Path) -> Site:
    """What pages must know of the site."""
    docs = posixpath.relpath(Path(config.docs_dir).as_posix(), root.as_posix())
    repository = Repository(
        config.repo_url or "", config.edit_uri or "", config.edit_uri_template or "", docs, root
    )
    dates = changes(root, watch_paths(chosen.sources, root))
    return Site(
        path=chosen.path,
        directory_urls=config.use_directory_urls,
        lang=str(config.theme.get("language") or config.theme.locale).replace("_", "-"),
        view_url=repository.view_url,
        edit_url=repository.edit_url,
        mermaid=chosen.mermaid,
        image_hosts=chosen.image_hosts,
        changed=dates.get,
    )


def report(findings: tuple[Finding, ...]) -> None:
    """Log every finding, each on one line, so that `--strict` fails on warnings and errors."""
    for one in findings:
        text = f"{one.place} [{one.code}] {one.message}"
        log.log(_LEVELS[one.severity], "%s", printable(f"{text} → {one.fix}" if one.fix else text))


def printable(text: str) -> str:
    """The text with every control and invisible character spelled out, so that none reaches a terminal."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "backslashreplace").decode("ascii")
        for sign in text
    )


def drop_sources(files: Files, build: Build) -> None:
    """Keep persona files that lie in the docs folder from being published a second time, as plain pages."""
    paths = {one.source.path for one in build.catalog.personas} | {one.path for one in build.catalog.findings}
    sources = {(build.root / path).resolve() for path in paths if path}
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).resolve() in sources:
            files.remove(file)


def missing(planned: tuple[Planned, ...], files: Files) -> Iterator[Planned]:
    """The pages that nobody wrote by hand."""
    published = {file.dest_uri: file.src_uri for file in files}
    for one in planned:
        stem = one.address.removesuffix(".md")
        by_hand = files.get_file_from_path(one.address)
        if by_hand is None:
            yield one
        else:
            log.info("%s is written by hand and stays; the generated page is left out", one.address)


def stub(one: Planned, config: MkDocsConfig, *, indexed: bool) -> File:
    """A page that holds a directive; its front matter is ours alone, nothing of the persona's."""
    meta: dict[str, Any] = {"title": str(escape(one.title)), "render_macros": False}
    if indexed:
        meta["search"] = {"exclude": True}
    content = f"---\n{json.dumps(meta)}\n---\n\n/// persona-page | {one.address}\n///\n"
    file = File.generated(config, one.address, content=content)
    if one.persona or (config.nav is not None and one.address not in set(named(config.nav))):
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def named(nav: object) -> Iterator[str]:
    """Every address that a navigation names."""
    if isinstance(nav, str):
        yield nav.removeprefix("./")
    elif isinstance(nav, Mapping):
        for value in nav.values():
            yield from named(value)
    elif isinstance(nav, list | tuple):
        for value in nav:
            yield from named(value)


def downloads(build: Build, config: MkDocsConfig) -> Iterator[File]:
    """The original bytes of every source, whatever was repaired for its page."""
    for one in build.catalog.personas:
        address = download_address(one, build.site)
        file = File.generated(config, f"{address}.bytes", content=one.source.data)
        file.dest_uri = address  # under its own name MkDocs would take it for a page
        yield file


def assets(config: MkDocsConfig) -> Iterator[File]:
    """Our styles and scripts; a file with the same address in the docs or in `custom_dir` wins."""
    for name in (*STYLES, *SCRIPTS):
        if (ASSETS / name).is_file():
            yield File.generated(config, f"{ASSETS_ADDRESS}/{name}", abs_src_path=str(ASSETS / name))


def attach(build: Build, files: Files) -> None:
    """Link persona pages to the catalog page and to each other, as a blog does with its posts."""
    index = files.get_file_from_path(f"{build.site.path}/index.md")
    pages = [
        (one, file.page)
        for one in build.planned.values()
        if one.persona and (file := files.get_file_from_path(one.address)) and file.page
    ]
    for at, (one, page) in enumerate(pages):
        page.parent = parent_of(index.page if index else None)
        page.previous_page = pages[at - 1][1] if at else None
        page.next_page = pages[at + 1][1] if at + 1 < len(pages) else None
        page.edit_url = build.site.edit_url(one.source)


def parent_of(index: SitePage | None) -> Any:  # noqa: ANN401
    """The section that the catalog page opens, or the catalog page itself."""
    if index is None:
        return None
    section = index.parent
    return section if isinstance(section, Section) and section.children[:1] == [index] else index
