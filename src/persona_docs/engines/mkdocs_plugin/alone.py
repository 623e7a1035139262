"""Whether nobody else has a hand in our pages or in the site, and what its theme can write into them.

Where both are known, a page is the same as long as they and what it is made from are the same; so it can be
kept whole.
"""

from __future__ import annotations

import json
from collections import UserString
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from persona_docs.keeping.versions import versions

_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
    "env",
)
"""What a plugin has to do with pages and the templates they are written with."""

_HARMLESS = ("persona_docs.engines.", "material.plugins.search.")
"""We count pages, beside making them; Material's search reads no page that is left out of it, as ours are."""

_WRITERS = (*_HARMLESS, "mkdocs.contrib.search.")
"""Who writes into a site and looks at nothing in it."""

_LIBRARIES = (
    "mkdocs",
    "mkdocs-material",
    "Jinja2",
    "MarkupSafe",
    "Markdown",
    "pymdown-extensions",
    "Pygments",
)
_UNSEEN = ("config_file_path", "docs_dir", "site_dir", "dev_addr", "watch")
"""Settings that say where things are on this machine; no template of the theme asks for them."""


def alone(config: MkDocsConfig) -> bool:
    """Whether a page of ours goes from us through an unchanged theme into the site, and past nobody else."""
    hands = (method for event in _EVENTS for method in config.plugins.events.get(event, ()))
    ours = all(_of(method, _HARMLESS) for method in hands)
    return ours and config.theme.name == "material" and not _overrides(config)


def alone_in_folder(config: MkDocsConfig) -> bool:
    """Whether nobody but MkDocs, a search and we ever see the folder of the site."""
    return all(_of(method, _WRITERS) for methods in config.plugins.events.values() for method in methods)


def seen(config: MkDocsConfig, nav: Navigation) -> bytes | None:
    """Names all that the theme's templates can find out, but for the page they write; all pages are read.

    `None` where that cannot be told: a hook may put anything into the settings, themselves included, which
    never come to an end.
    """
    try:
        return _seen(config, nav)
    except Exception:  # noqa: BLE001 - it comes from objects of all kinds
        return None


def _seen(config: MkDocsConfig, nav: Navigation) -> bytes:
    settings = {key: _told(value) for key, value in config.items() if key not in _UNSEEN}
    told = [
        versions(_LIBRARIES),
        settings,
        list(_items(nav.items)),
        nav.homepage.url if nav.homepage else None,
    ]
    digest = blake2b(json.dumps(told, sort_keys=True, default=str).encode(), digest_size=20)
    for file in _custom(config):  # icons, which templates take in, and templates of ours that replace others
        digest.update(file.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.digest()


def _of(method: Callable[..., Any], owners: tuple[str, ...]) -> bool:
    owner = getattr(method, "__self__", None)
    return owner is not None and type(owner).__module__.startswith(owners)


def _overrides(config: MkDocsConfig) -> bool:
    """Whether the site has templates of its own, apart from those that replace ours."""
    ours = Path(config.theme.custom_dir or "", "persona-docs")
    return any(file.suffix != ".svg" and ours not in file.parents for file in _custom(config))


def _custom(config: MkDocsConfig) -> list[Path]:
    top = config.theme.custom_dir
    kinds = {".html", ".svg"}
    return sorted(file for file in Path(top).rglob("*") if file.suffix in kinds) if top else []


def _told(value: object) -> object:
    """A setting as JSON; of what is no data, such as a function or a plugin, its name and its settings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, UserString):  # so is `edit_uri_template`, and gives signs of no use one by one
        return str(value)
    if isinstance(value, Mapping):
        told = {str(key): _told(each) for key, each in value.items()}
        return [_name(type(value)), told]
    if isinstance(value, Iterator):
        raise TypeError("what is told of it is gone")
    if isinstance(value, Iterable):
        return [_told(each) for each in value]
    if callable(value):
        return _name(value)
    held = getattr(value, "config", None)
    return [_name(type(value)), _told(held) if isinstance(held, Mapping) else None]


def _name(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"


def _items(items: Iterable[Any]) -> Iterator[object]:
    """The navigation, with all that is known of each page in it."""
    for item in items:
        meta = _told(item.meta) if isinstance(item, Page) else None
        below = list(_items(item.children or ()))
        yield [type(item).__name__, item.title, getattr(item, "url", None), meta, below]
