"""What Zensical does to finished HTML, undone beforehand.

It takes every relative address in a page for one as seen from the page's source file. Where it publishes
`a/b.md` as `a/b/` it therefore writes `../` before each, final ones not excepted.
"""

from __future__ import annotations

import re
from posixpath import basename

_TAG = re.compile(r'<[a-zA-Z](?:[^"<>]|"[^"]*")*>')
_ADDRESS = re.compile(r'(\s(?:href|src)=")((?![a-zA-Z][\w+.-]*:|[/?#"])[^"]*)"')


def seen_from_source(html: str, path: str, url: str) -> str:
    """HTML whose relative addresses are right once Zensical has rewritten them.

    Args:
        html: finished HTML, its attributes in double quotes.
        path: of the page's source file.
        url: where the page is published.

    >>> seen_from_source('<a href="../c/?q#d">c</a> <a href="./">me</a> <a href="#e">', "a/b.md", "a/b/")
    '<a href="c/?q#d">c</a> <a href="b/./">me</a> <a href="#e">'
    """
    if url.count("/") == path.count("/"):
        return html  # both are seen from the same folder
    name = basename(url.strip("/"))

    def address(match: re.Match[str]) -> str:
        given = match[2]
        seen = given[3:] or "./" if given.startswith("../") else f"{name}/{given}"
        return f'{match[1]}{seen}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(address, tag[0]), html)
