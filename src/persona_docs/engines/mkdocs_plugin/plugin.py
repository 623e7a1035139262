"""What happens at which event of a build, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from persona_docs.engines import search_index
from persona_docs.engines.markdown_extension import PersonaDocsExtension
from persona_docs.engines.mkdocs_plugin import ahead, embeds, written
from persona_docs.engines.mkdocs_plugin import files as site_files
from persona_docs.engines.mkdocs_plugin.alone import alone, alone_in_folder, seen
from persona_docs.engines.mkdocs_plugin.build import Build
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from persona_docs.engines.mkdocs_plugin.compiled import Compiled
from persona_docs.engines.mkdocs_plugin.config import PersonaDocsConfig, options, refuse_impossible
from persona_docs.engines.mkdocs_plugin.last_site import LastSite
from persona_docs.engines.mkdocs_plugin.navigation import attach, has_tabs
from persona_docs.engines.mkdocs_plugin.outline import Patterns
from persona_docs.engines.mkdocs_plugin.report import report, warn
from persona_docs.gathering.contents import FOLDER
from persona_docs.gathering.kept import Held
from persona_docs.option_values import options_from, said
from persona_docs.options import OptionError
from persona_docs.pages.assets import SCRIPTS, STYLES, published
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.reporting.report import fingerprint


class PersonaDocsPlugin(BasePlugin[PersonaDocsConfig]):  # type: ignore[no-untyped-call]
    """Adds a catalog of personas to a site."""

    build: Build

    def __init__(self) -> None:
        super().__init__()
        self.memory: dict[str, Held] = {}
        self.compiled = Compiled()
        self.known: Counter[str] = Counter()
        self.dirty = False
        self.last: LastSite | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take in the options as they are written; refuse wrong ones in the words of the command line."""
        try:
            options_from(options)
        except OptionError as error:
            return [(error.option, ValidationError(error.said))], []
        return super().load_config(said(options), config_file_path)

    def on_startup(self, *, dirty: bool = False, **_: object) -> None:
        """Have nothing told; that this exists lets the instance live through `serve`, and its memory too."""
        self.dirty = dirty
        self.known.clear()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take in the options; tell MkDocs of sources, styles, scripts and the Markdown extension."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        chosen = options(self.config)
        refuse_impossible(chosen, config)
        self.build = Build(chosen, root, root / FOLDER, self.memory)
        config.watch.extend(str(path) for path in watch_paths(chosen.sources, root))
        styles = written.unlisted(published(STYLES), config.extra_css)
        config.extra_css[:0] = styles  # first, so that the user's come later and win
        config.extra_javascript.extend(written.unlisted(published(SCRIPTS), config.extra_javascript))
        written.drop_extension(config)
        extension: Any = PersonaDocsExtension(place=self.build.place, warn=warn)
        config.markdown_extensions.append(extension)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Save the site of the last build from being deleted before it is written anew."""
        self.last = LastSite(Path(config.site_dir)) if alone_in_folder(config) and not self.dirty else None
        if self.last:
            self.last.step_aside()

    @event_priority(50)  # before the plugins that look which pages there are
    def _add(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the personas; add pages, downloads and assets."""
        build = self.build
        build.look_around(config)  # not earlier: plugins may change addresses
        if build.history.problem:
            warn(f"No dates of changes and no feed: {build.history.problem}")
        build.read()
        build.describe(config)
        report(build.catalog.findings, self.known)
        if not config.strict:  # which counts what is told in each build
            self.known = Counter(map(fingerprint, build.catalog.findings))
        site_files.drop_sources(files, build, config)
        written.drop_pages(files, build.site)
        build.plan(site_files.missing(files, build.site))
        indexed = search_index.entries_of(config.plugins) is not None
        site_files.add(files, site_files.stubs(build, config, indexed=indexed), config)
        site_files.add(files, site_files.downloads(build, config), config)
        site_files.add(files, site_files.data(build, config, files), config)
        site_files.add(files, site_files.assets(config), config)
        site_files.add(files, embeds.assets(config), config)
        return files

    @event_priority(-10)  # after the plugins that make pages
    def _give_way(self, files: Files, /, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - as above
        """Leave to other plugins what they have made."""
        return site_files.give_way(files, self.build)

    on_files = CombinedEvent(_add, _give_way)

    @event_priority(-100)  # after the plugins that make a navigation of their own
    def on_nav(self, nav: Navigation, *, files: Files, config: MkDocsConfig) -> Navigation:
        """Take our pages over; those of personas get their neighbours here, outside of the navigation."""
        self.nav, self.files = nav, files
        self.build.ours = attach(self.build, files, nav, Patterns.of(config), late=alone(config))
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Remember where directives stand, and tell the theme what it may know of a page of ours."""
        self.build.here = page
        page.meta.update(self.build.meta(page.file.src_uri, tab=page.parent is None and has_tabs(config)))
        return markdown

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Keep of a page of ours what frames show, and let the rest of it go."""
        if isinstance(page, CatalogPage):
            self.build.finish(page)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Find the pages that are kept, and make the others ahead; meanwhile, hand our entries to the search.

        Templates stay as they are until the next build makes a new environment.
        """
        if self.last:
            self.last.come_back([file.dest_uri for file in files])
        env.auto_reload = False  # else each of a page's thirty includes asks the disk whether it has changed
        env.bytecode_cache = env.bytecode_cache or self.compiled
        told = seen(config, self.nav) if any(page.late for page in self.build.ours) else None
        if told:
            whole = self.build.keep_whole(told)
            whole.add_template(env, self.build.ours)
            ahead.make(self.build, whole, env, config, files, self.nav)
        entries = search_index.entries_of(config.plugins)
        if entries is not None:
            entries.extend(self.build.searched(self.build.ours))
        return env

    def _remember(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        """Remember where directives stand once more: a blog converts excerpts of its posts now."""
        self.build.here = page
        return context

    @event_priority(-100)  # after the search, which takes its own attributes out of what is there
    def _complete(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        """Take a page of ours from where it is kept, or convert it now."""
        whole = self.build.whole
        if isinstance(page, CatalogPage) and page.late and not (whole and whole.take(page)):
            self.build.convert(page)
        return context

    on_page_context = CombinedEvent(_remember, _complete)

    @event_priority(100)  # before anybody changes what the theme has written
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep a page of ours whole, and write the one for frames beside it."""
        if isinstance(page, CatalogPage):
            whole = self.build.whole
            if page.late and whole and not page.whole:
                whole.keep(page, output)
            if page.frame:
                folder = Path(config.site_dir)
                embeds.write(page.frame, page.planned.address, self.build.site, self.files, folder)
            if page.late and self.last:
                self.last.write_page(page.file, output)
            page.let_go()
        return output

    @event_priority(-100)  # after the search, which writes its index
    def on_post_build(self, **_: object) -> None:
        """Keep what was made, for the next build; of the last one, let go."""
        self.build.keep()
        if self.last:
            self.last.delete_rest()

    def on_build_error(self, **_: object) -> None:
        """Leave nothing of the last build where this one has failed, as MkDocs does."""
        if self.last:
            self.last.delete_rest()
