"""Pages for frames: the head of a persona's page, or the comparison, from the parts of those pages.

They stand in `embed/` beside the catalog's pages. Their links are those of the page they are taken from;
`<base>` makes them right, so nothing is rendered twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from persona_docs.pages.assets import ADDRESS, FRAMES, STYLES
from persona_docs.pages.links import Links, embed_address
from persona_docs.pages.page import Heading, Page, Part, Site
from persona_docs.pages.templating import overridden, render
from persona_docs.pages.texts import languages, texts

_SHORT = ("persona-activate", "persona-glance")


def embedded(page: Page, site: Site) -> Markup:
    """The page for frames as HTML: of a persona its head, of the comparison the table."""
    links = Links.of(site, page.address)
    base = Links(site, embed_address(page.address, site)).to(page.address)
    with overridden(site.templates):
        return render(
            "embed.html",
            texts(site.lang),
            title=page.title,
            base=base,
            page=links.to(page.address),
            assets=links.asset(ADDRESS),
            styles=(f"{FRAMES}embed.css", *STYLES),
            parts=list(_head(page.parts)),
        )


def _head(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Heading) and part.level > 1 and part.anchor.rstrip("-") not in _SHORT:
            return
        yield part


def embed_button(address: str, title: str, links: Links) -> Mapping[str, str]:
    """What a template wants for a button that copies the code of a frame, to be pasted into another page.

    Returns:
        `code`, in which a script puts the address, as the reader has it, in place of the braces; and `embed`,
        the page for frames, or nothing where pages are files: nobody writes that page then.
    """
    code = render("embed_code.html", texts(links.site.lang), title=title)
    return {"code": str(code), "embed": "" if links.site.written else links.embed(address)}


def embed_texts() -> bytes:
    """The texts of every language, for frames that want another than the site's."""
    told = {lang: texts(lang).entries for lang in languages()}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
