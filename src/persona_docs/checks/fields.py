"""Rules over one persona's fields: what is missing, too long, or unknown to its product."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from persona_docs.checks.products import Product, product_of, runs_elsewhere
from persona_docs.checks.wording import about, did_you_mean, listed, short
from persona_docs.colors import NAMES, rgb
from persona_docs.model import Finding, Persona, Severity
from persona_docs.reading.dialects.document import may_have_front_matter
from persona_docs.reading.dialects.markdown import MARKDOWN
from persona_docs.reading.fields.paths import called_by_name

_COLOR_LIKE = re.compile(r"[\w#. /-]{1,40}")  # anything else is no slip of the pen
_COLORS = ("red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan")


def missing_front_matter(persona: Persona) -> Iterator[Finding]:
    """A file that is text and nothing else, where the product wants a name and a description."""
    tried = persona.body.text.lstrip().startswith("---")  # what is wrong with it has been said
    if _bare(persona) and not tried:
        message = f"There is no front matter; the catalog calls it “{short(persona.name.value)}”"
        yield about(persona, "missing-front-matter", message, 1)


def missing_name(persona: Persona) -> Iterator[Finding]:
    """A name that was made up from the path or the text."""
    unsaid = persona.name.derived or not persona.name.value.strip()
    if product_of(persona).named and unsaid and not _bare(persona) and not _is_called_so(persona):
        message = f"There is no name; the catalog calls it “{short(persona.name.value)}”"
        yield about(persona, "missing-name", message, _head(persona))


def _is_called_so(persona: Persona) -> bool:
    """Whether the file's name is what people call it by, as of a prompt, in whichever product."""
    return persona.dialect == MARKDOWN.name and called_by_name(persona.source.path)


def missing_description(persona: Persona) -> Iterator[Finding]:
    """A description that is empty, or that only the catalog sees because it was found in the text."""
    if _bare(persona):
        return
    description, product = persona.description, product_of(persona)
    wanted = product.described
    if not description.value.strip() and (wanted or not (persona.role.value or product.bare)):
        line = description.line or _head(persona)
        yield about(persona, "missing-description", "There is no description", line)
    elif description.derived and wanted:
        message = "There is no description; the catalog took one from the text"
        yield about(persona, "missing-description", message, _head(persona))


def long_description(persona: Persona) -> Iterator[Finding]:
    """A description longer than the product allows."""
    description, product = persona.description, product_of(persona)
    length = len(description.value)
    if 0 < product.description < length and not description.derived:
        message = f"The description has {length} characters; {product.label} takes {product.description}"
        yield about(persona, "long-description", message, description.line, said=description.value)


def empty_body(personas: Sequence[Persona]) -> Iterator[Finding]:
    """A persona without instructions; none of several in a file has any where they are only listed there."""
    filled = [bool(persona.body.text.strip()) for persona in personas]
    if len(personas) > 1 and not any(filled):
        return
    for persona, has_any in zip(personas, filled, strict=True):
        if not has_any and not runs_elsewhere(persona):
            yield about(persona, "empty-body", "There are no instructions", persona.body.line)


def unknown_model(persona: Persona) -> Iterator[Finding]:
    """A model that the product does not have, where it says which ones it has."""
    product = product_of(persona)
    for model in persona.model if product.models else ():
        if not model.derived and not _is_model(model.value, product):
            near = did_you_mean(model.value, product.models)
            message = f"{product.label} has no model “{short(model.value)}”{near}"
            fix = f"Use one of {listed(product.models)}, or a full id."
            yield about(persona, "unknown-model", message, model.line, said=model.value, fix=fix)


def unknown_value(persona: Persona) -> Iterator[Finding]:
    """A setting of the product with a value that the product does not know."""
    for key, values in product_of(persona).values.items():
        fact = persona.settings.get(key)
        if fact and fact.value and not _is_value(fact.value, values):
            near = did_you_mean(fact.value, values)
            fix = f"Use {listed([f'`{value}`' for value in values], word='or')}."
            message = f"`{key}` cannot be “{short(fact.value)}”{near}"
            yield about(persona, "unknown-value", message, fact.line, said=fact.value, fix=fix)


def unknown_color(persona: Persona) -> Iterator[Finding]:
    """A colour that no browser knows."""
    color = persona.color
    if color.value and rgb(color.value) is None:
        near = did_you_mean(color.value.replace("_", "-").split("-")[-1], NAMES)
        fix = f"Use one of {listed(_COLORS)}, or `#rrggbb`."
        message = f"“{short(color.value)}” is not a colour{near}"
        found = about(persona, "unknown-color", message, color.line, said=color.value, fix=fix)
        yield found if _COLOR_LIKE.fullmatch(color.value) else replace(found, severity=Severity.WARNING)


def unknown_icon(persona: Persona) -> Iterator[Finding]:
    """An icon that is no emoji: the catalog has no other pictures."""
    for key, fact in persona.extra.items():
        if key.casefold() in ("icon", "emoji") and fact.value:
            message = f"“{short(fact.value)}” is not an emoji, and is not shown"
            yield about(persona, "unknown-icon", message, fact.line, said=fact.value)


def _bare(persona: Persona) -> bool:
    """Whether its file has no front matter at all where its name and its description should stand in one."""
    product = product_of(persona)
    begins = persona.body.line <= 1 and may_have_front_matter(persona.source.path)
    said = not persona.name.derived or (persona.description.value and not persona.description.derived)
    return product.named and product.described and begins and not said


def _head(persona: Persona) -> int:
    """The line where the fields begin that lack one: the front matter's, or the first that data fill."""
    whole = persona.id == persona.source.path
    if whole and may_have_front_matter(persona.source.path):
        return 1
    facts = (persona.name, persona.description, *persona.model, *persona.extra.values())
    return min((fact.line for fact in facts if fact.line and not fact.derived), default=0)


def _is_value(written: str, values: Collection[str]) -> bool:
    """Whether a value is among them; `True` is `true`, and a number is on the scale that words divide."""
    bare = written.strip(" \"'")
    return bare in values or bare.lower() in values or bare.isdigit()


def _is_model(model: str, product: Product) -> bool:
    """Whether a model is a short name or a full id, whoever hosts it (`us.anthropic.claude-…[1m]`)."""
    bare = model.strip().casefold().partition("[")[0]
    return bare in product.models or any(family in bare for family in product.families)
