"""What is new in the catalog as an Atom feed, from the git history: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.writing import text
from persona_docs.exports.writing.text import encoded
from persona_docs.folding import natural
from persona_docs.model import Persona
from persona_docs.pages.brief import title_of
from persona_docs.pages.links import persona_address
from persona_docs.repository import Moments

NAME = "feed.xml"
"""Its file."""

_MOST = 50

_FEED = Markup("""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">
<title>{title}</title>
<id>{here}</id>
<link rel="self" type="application/atom+xml" href="{here}"/>
<link rel="alternate" type="text/html" href="{home}"/>
<updated>{updated}</updated>
<author><name>{author}</name></author>
{entries}</feed>
""")
_ENTRY = Markup("""<entry>
<title>{title}</title>
<id>{address}</id>
<link rel="alternate" type="text/html" href="{address}"/>
<published>{published}</published>
<updated>{updated}</updated>
{category}<summary>{summary}</summary>
</entry>
""")


def export(given: Given) -> Files:
    """`feed.xml`: the personas that changed last.

    Raises:
        ValueError: the site's address is not known, or git knows nothing of the files, or not in time.
    """
    if not given.url:
        raise ValueError("feed: addresses in a feed are whole; set site_url in the site's configuration")
    moments = given.history.moments
    known = [(moments[one.source.path], one) for one in given.catalog.personas if one.source.path in moments]
    if given.history.problem:
        raise ValueError(f"feed: {given.history.problem}")
    if not known:
        raise ValueError(
            "feed: git knows no commit of the persona files; is the clone shallow (fetch-depth: 0)?"
        )
    known.sort(key=lambda pair: (-pair[0].last.timestamp(), natural(pair[1].slug)))
    title = given.texts("index.title")
    feed = _FEED.format(
        lang=given.site.lang,
        title=text.printable_line(f"{given.name}: {title}" if given.name else title),
        here=given.file(given.site.at(NAME)),
        home=given.page(given.site.at("index.md")),
        updated=_moment(known[0][0].last),
        author=text.printable_line(given.name or title),
        entries=Markup("").join(_entry(given, one, when) for when, one in known[:_MOST]),
    )
    return {NAME: encoded(str(feed))}


def _entry(given: Given, persona: Persona, moments: Moments) -> Markup:
    category = persona.category.value
    return _ENTRY.format(
        title=text.printable_line(title_of(persona)),
        address=given.page(persona_address(persona, given.site)),
        published=_moment(moments.first),
        updated=_moment(moments.last),
        category=Markup('<category term="{}"/>\n').format(text.printable_line(category)) if category else "",
        summary=text.printable_line(persona.description.value or persona.role.value),
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
