"""What readers see as a persona's name, and the icon beside it."""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.model import Body, Fact
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.derived.spelled import as_spelled
from persona_docs.reading.derived.titles import title_from_heading
from persona_docs.reading.fields import names
from persona_docs.reading.fields.entries import Entries
from persona_docs.reading.fields.facts import flat
from persona_docs.reading.text import icons
from persona_docs.reading.text.stand_ins import holds_stand_in


def title_of(name: Fact, title: Fact, heading: str, stem: str, text: Text, body: Body) -> str:
    """What readers see as a persona's name.

    That is its title, a name made for people, or its first heading; else the name as people would write it,
    or that of its file where a template leaves the name open (`{{name}}`).
    """
    if title.value:
        return icons.split_icon(title.value)[1] or title.value
    bare, open_ = _bare(name), holds_stand_in(name.value)
    if not name.derived and not open_ and names.is_display_name(bare):
        return title_from_heading(bare) or bare
    return title_from_heading(heading) or as_spelled(
        names.display(stem if open_ else bare), _said(text, body)
    )


def _bare(name: Fact) -> str:
    return icons.split_icon(name.value)[1] or name.value


def _said(text: Text, body: Body) -> Iterator[str]:
    """What is said of a persona, in which it may be told how a word is spelled."""
    yield text.description.value
    for section in body.sections:
        yield section.title
        yield section.text


def icon_of(fields: Entries, *texts: str) -> str:
    """The icon that a field names, or the first that one of these texts begins with."""
    for entry in fields.take("icon"):
        icon = icons.read_icon(flat(entry.value))
        if icon:
            return icon
        fields.rest.append(entry)
    return next((icon for text in texts if (icon := icons.split_icon(text)[0])), "")
