"""Where the relative links of a persona's text lead once it is a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup

from persona_docs.model import Catalog, Persona
from persona_docs.pages.links import Links

_TAG = re.compile(r"""<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"]*")?)+\s*/?>""")
_ID = re.compile(r'\s(?:id="|href="#)(?!")')


def prefixed(html: Markup, prefix: str) -> Markup:
    """Finished HTML with every id, and every link to one, behind a prefix: two texts can share a page.

    >>> prefixed(Markup('<b id="x">id="x"</b> <a href="#x">'), "a-")
    Markup('<b id="a-x">id="x"</b> <a href="#a-x">')
    """
    if not prefix:
        return html
    safe = str(Markup.escape(prefix))
    return Markup(_TAG.sub(lambda tag: _ID.sub(lambda found: found[0] + safe, tag[0]), str(html)))  # noqa: S704


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a text links to.

    Attributes:
        path: as source paths are written; empty for the text's own file.
        anchor: in there, or empty.
    """

    path: str
    anchor: str


def target(persona: Persona, href: str) -> Target | None:
    """The file that a link in a persona's text means, whether it is there or not; `None` for any other link.

    A path that starts with a slash counts from the top of the repository, as on GitHub.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return Target("", anchor)
    folder = "" if path.startswith("/") else posixpath.dirname(persona.source.path)
    return Target(posixpath.normpath(posixpath.join(folder, path.lstrip("/"))), anchor)


def reference(persona: Persona, catalog: Catalog, links: Links) -> Callable[[str], str | None]:
    """What resolves the relative links of a persona's text.

    A link to another persona's file leads to that persona's page; any other to the file in the repository,
    where it is known.

    Returns:
        A function from a link as written to an address, or `None` where it can only be shown as text.
    """

    def resolve(href: str) -> str | None:
        found = target(persona, href)
        if found is None:
            return None
        if not found.path:
            return href if found.anchor else None
        other = catalog.by_path.get(found.path)
        if other is not None:
            known = any(section.anchor == found.anchor for section in other.body.sections)
            return links.persona(other, found.anchor if known else "")
        address = links.site.view_url(found.path)
        return f"{address}#{quote(found.anchor)}" if address and found.anchor else address

    return resolve
