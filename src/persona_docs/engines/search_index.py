"""Hands ready-made entries to the search of Material for MkDocs.

Its plugin keeps a list of entries that it writes at the end of a build. That list is not a published
interface, so everything here asks before it touches; where it is missing, the search plugin reads our pages
as it reads all others. Its texts are HTML, which browsers put into the list of results as it is: so words
that only find are hidden there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import quote

from persona_docs.pages.page import SearchEntry


def entries_of(plugins: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The list that Material's search will write, or `None` where there is none to add to."""
    for name in ("material/search", "search"):
        plugin = plugins.get(name)
        if plugin is None or not getattr(plugin.config, "enabled", True):
            continue
        found = getattr(getattr(plugin, "search_index", None), "entries", None)
        if isinstance(found, list):
            return found
    return None


def entries(search: Iterable[SearchEntry], url: str) -> Iterator[dict[str, Any]]:
    """A page's entries, as that list holds them.

    Args:
        search: the page's.
        url: where it is published, relative to the site's root, quoted.
    """
    for one in search:
        text, words = _html(one.text), _html(one.words)
        entry: dict[str, Any] = {
            "location": f"{url}#{quote(one.anchor)}" if one.anchor else url,
            "title": _html(one.title),
            "text": f"<p>{text}</p><p hidden>{words}</p>" if words else text,
        }
        if one.tags:
            entry["tags"] = [_html(tag) for tag in one.tags]
        yield entry


def _html(text: str) -> str:
    """The text as HTML that shows it.

    A `&` is written as `&amp;` only where a browser would take it for the start of a character reference:
    the search compares letters, and whoever looks for `R&D` types no `R&amp;D`.
    """
    if unescape(text) != text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;")
