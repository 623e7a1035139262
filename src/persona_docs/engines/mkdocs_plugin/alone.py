"""Whether another plugin, hook or template can change our pages, and all that the theme can put into them.

Where none can, and the theme's part is known, a page stays the same until that or the persona's part changes.
So finished pages can be cached.
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
"""The events at which a plugin can change pages, or the templates they are written with."""

_HARMLESS = ("persona_docs.engines.", "material.plugins.search.")
"""Where plugins are defined that do not change our pages: Material's search skips pages left out of it."""

_WRITERS = (*_HARMLESS, "mkdocs.contrib.search.")
"""Where the plugins are defined that write into the folder of the site, but read nothing there."""

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
"""Settings that hold paths and addresses of this machine; the theme's templates do not use them."""


def alone(config: MkDocsConfig) -> bool:
    """Whether only an unmodified Material theme, and no other plugin or hook, handles our pages."""
    hands = (method for event in _EVENTS for method in config.plugins.events.get(event, ()))
    ours = all(_of(method, _HARMLESS) for method in hands)
    return ours and config.theme.name == "material" and not _overrides(config)


def alone_in_folder(config: MkDocsConfig) -> bool:
    """Whether only MkDocs, its search and this plugin ever touch the folder of the site."""
    return all(_of(method, _WRITERS) for methods in config.plugins.events.values() for method in methods)


def seen(config: MkDocsConfig, nav: Navigation) -> bytes | None:
    """A digest of everything that the theme's templates can read, except the page itself.

    Call it when all pages are read, since the navigation shows their titles. `None` where no digest can be
    made: a hook may put any object into the settings, even the settings themselves.
    """
    try:
        return _seen(config, nav)
    except Exception:  # noqa: BLE001 - objects of any kind may raise it
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
    for file in _custom(config):  # icons that templates include, and overrides of our own templates
        digest.update(file.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.digest()


def _of(method: Callable[..., Any], owners: tuple[str, ...]) -> bool:
    owner = getattr(method, "__self__", None)
    return owner is not None and type(owner).__module__.startswith(owners)


def _overrides(config: MkDocsConfig) -> bool:
    """Whether the site overrides templates of the theme; overrides of ours do not count."""
    ours = Path(config.theme.custom_dir or "", "persona-docs")
    return any(file.suffix != ".svg" and ours not in file.parents for file in _custom(config))


def _custom(config: MkDocsConfig) -> list[Path]:
    top = config.theme.custom_dir
    kinds = {".html", ".svg"}
    return sorted(file for file in Path(top).rglob("*") if file.suffix in kinds) if top else []


def _told(value: object) -> object:
    """A setting as JSON; what is not data, such as a function or a plugin, is told by name and settings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, UserString):  # such as `edit_uri_template`, which is iterable too
        return str(value)
    if isinstance(value, Mapping):
        told = {str(key): _told(each) for key, each in value.items()}
        return [_name(type(value)), told]
    if isinstance(value, Iterator):
        raise TypeError("reading it would use it up")
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
