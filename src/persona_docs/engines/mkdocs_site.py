"""A whole site without a configuration file: made in memory, built into a folder or served as it changes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from persona_docs.engines.mkdocs_listening import clear, heard, listen, plugin_of
from persona_docs.engines.mkdocs_server import listening_server
from persona_docs.engines.whole_site import Folder, Listener, SiteError

_SCHEMES = (
    ("(prefers-color-scheme)", "", "brightness-auto", "Switch to light mode"),
    ("(prefers-color-scheme: light)", "default", "brightness-7", "Switch to dark mode"),
    ("(prefers-color-scheme: dark)", "slate", "brightness-4", "Switch to system preference"),
)
_FEATURES = (
    *("content.code.copy", "navigation.footer", "navigation.instant", "navigation.tabs", "navigation.top"),
    *("search.highlight", "search.suggest", "toc.follow"),
)
_NAV = ("index", "compare", "checklists", "triggers", "tools", "expertise", "health")


def settings(folder: Folder, docs: Path, site: Path) -> dict[str, Any]:
    """The configuration of a site that needs none: everything in it, and nothing from another host."""
    return {
        "site_name": folder.title,
        "docs_dir": str(docs),
        "site_dir": str(site),
        "theme": {
            "name": "material",
            "font": False,
            "icon": {"logo": "material/account-group"},
            "features": list(_FEATURES),
            "palette": [
                {
                    "media": media,
                    **({"scheme": scheme, "primary": "indigo", "accent": "indigo"} if scheme else {}),
                    "toggle": {"icon": f"material/{icon}", "name": name},
                }
                for media, scheme, icon, name in _SCHEMES
            ],
        },
        "plugins": ["search", {"persona-docs": {"sources": list(folder.sources), "path": ""}}],
        "markdown_extensions": [{"toc": {"permalink": True}}],
        "nav": [f"{name}.md" for name in _NAV],
    }


def has_catalog(file: Path) -> bool:
    """Whether a site's configuration uses the plugin.

    Raises:
        SiteError: the configuration is wrong.
    """
    with heard(Listener()) as errors, clear(errors):
        return plugin_of(load_config(str(file))) is not None


def build_site(site: Folder | Path, target: Path, listener: Listener) -> None:
    """Build the site of a folder, or of a configuration, into an empty folder.

    Raises:
        SiteError: it cannot be made.
    """
    with _passing() as folder, heard(listener) as errors, clear(errors):
        config = _configured(site, folder / "docs", target)
        if isinstance(site, Folder):
            config.use_directory_urls = False  # so that it can be opened from the disk too
        listen(config, listener, folder / "kept", empty=False)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


def serve_site(
    site: Folder | Path,
    listener: Listener,
    *,
    host: str,
    port: int | None,
    ready: Callable[[str], None],
    again: Callable[[], None],
    browser: bool = False,
) -> None:
    """Build the site into a folder that does not stay, and serve it until somebody interrupts.

    Args:
        site: a folder with personas, or a site's configuration.
        listener: is told about the first build, and warnings of every one.
        host: where to listen.
        port: the one to listen on; without it, the first free one from 8000 on.
        ready: is told the address.
        again: is told when a change is shown.
        browser: whether to open the address.

    Raises:
        SiteError: the site cannot be made, or not be served there.
    """
    with _passing() as folder, heard(listener) as errors:
        docs, target = folder / "docs", folder / "site"
        with clear(errors):
            config = _configured(site, docs, target)
        mount = urlsplit(config.site_url or "/").path or "/"
        with listening_server(host, port, str(target), mount) as server:
            address = f"http://{f'[{host}]' if ':' in host else host}:{server.server_port}"

            def make(config: MkDocsConfig, listener: Listener, *, empty: bool) -> None:
                config.site_url = f"{address}{mount}"
                listen(config, listener, folder / "kept", empty=empty)
                build(config, serve_url=config.site_url)

            def rebuild() -> None:
                try:
                    with clear(errors):
                        fresh = _configured(site, docs, target)
                        make(fresh, Listener(warned=listener.warned), empty=True)
                except SiteError as error:
                    listener.warned(str(error))
                else:
                    for path in fresh.watch:  # a source may have come
                        server.watch(path)
                    again()

            with clear(errors):
                config.plugins.on_startup(command="serve", dirty=False)
                make(config, listener, empty=False)
            server.builder = rebuild
            server.ready = partial(ready, f"{address}{mount}")
            server.serve_thread.daemon = True  # an impatient second Ctrl+C must not leave it behind
            server.error_handler = lambda code: _error_page(target, code)
            if isinstance(site, Path):
                server.watch(config.docs_dir)
                server.watch(str(site))
            config.plugins.on_serve(server, config=config, builder=rebuild)
            for path in config.watch:
                server.watch(path)
            try:
                server.serve(open_in_browser=browser)  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is temporary must go before anything else
            finally:
                server.shutdown()
                config.plugins.on_shutdown()


@contextmanager
def _passing() -> Iterator[Path]:
    """A folder that goes in the end, and in it one of documents, with nothing in it."""
    with TemporaryDirectory(prefix="persona-docs-") as folder:
        Path(folder, "docs").mkdir()
        yield Path(folder)


def _configured(site: Folder | Path, docs: Path, target: Path) -> MkDocsConfig:
    if isinstance(site, Path):
        return load_config(str(site), site_dir=str(target))
    config = MkDocsConfig(config_file_path=str(site.root / "mkdocs.yml"))
    config.load_dict(settings(site, docs, target))
    wrong, _ = config.validate()
    if wrong:
        raise ConfigurationError("; ".join(f"{key}: {error}" for key, error in wrong))
    return config


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
