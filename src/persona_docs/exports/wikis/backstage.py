"""The catalog as entities of Backstage: one for the whole, which TechDocs renders, and one for each persona.

https://backstage.io/docs/features/software-catalog/descriptor-format
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Any

import yaml

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import tags_of
from persona_docs.exports.writing import text
from persona_docs.exports.writing.text import encoded
from persona_docs.model import Persona
from persona_docs.pages.brief import clip, title_of
from persona_docs.pages.links import persona_address

_LONGEST = 63
_TAG = re.compile(r"[a-z0-9+#]+(?:-[a-z0-9+#]+)*")
_OWNER = "unknown"


def export(given: Given) -> Files:
    """`catalog-info.yaml`; who owns a persona is its front matter's `owner`."""
    entities = [_whole(given), *(_entity(given, one) for one in given.catalog.personas)]
    return {"catalog-info.yaml": encoded("---\n".join(map(_dumped, entities)))}


def _dumped(entity: dict[str, Any]) -> str:
    return yaml.safe_dump(entity, sort_keys=False, allow_unicode=True, width=110)


def _whole(given: Given) -> dict[str, Any]:
    t = given.texts
    metadata: dict[str, Any] = {
        "name": "personas",
        "title": t("index.title"),
        "description": t("index.description", count=len(given.catalog.personas)),
        "annotations": {"backstage.io/techdocs-ref": "dir:."},
    }
    if home := given.page(given.site.at("index.md")):
        metadata["links"] = [{"url": home, "title": t("index.title")}]
    return _component(metadata, "documentation", _OWNER)


def _entity(given: Given, persona: Persona) -> dict[str, Any]:
    metadata: dict[str, Any] = {"name": _name(persona.slug), "title": text.printable_line(title_of(persona))}
    if said := persona.description.value or persona.role.value:
        metadata["description"] = text.printable_line(clip(said))
    if tags := [tag for tag in tags_of(persona) if len(tag) <= _LONGEST and _TAG.fullmatch(tag)]:
        metadata["tags"] = tags
    if view := given.site.view_url(persona.source.path):
        metadata["annotations"] = {"backstage.io/view-url": view}
    if page := given.page(persona_address(persona, given.site)):
        metadata["links"] = [{"url": page, "title": given.texts("index.title")}]
    owner = persona.extra.get("owner")
    spec = _component(metadata, "ai-persona", _owner(owner.value if owner else ""))
    spec["spec"]["subcomponentOf"] = "component:default/personas"
    return spec


def _component(metadata: dict[str, Any], kind: str, owner: str) -> dict[str, Any]:
    return {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": "Component",
        "metadata": metadata,
        "spec": {"type": kind, "lifecycle": "production", "owner": owner},
    }


def _name(slug: str) -> str:
    """A slug in the letters that names may have; one that loses some gets a hash of the whole."""
    bare = unicodedata.normalize("NFD", slug).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^a-zA-Z0-9]+", "-", bare).strip("-")
    if kept == slug and len(kept) <= _LONGEST and kept != "personas":
        return kept
    return f"{kept[:50] or 'persona'}-{sha256(slug.encode()).hexdigest()[:8]}".replace("--", "-")


def _owner(value: str) -> str:
    """An owner as a reference to an entity, where it is one."""
    return (
        value if re.fullmatch(r"(?:[a-zA-Z]+:)?(?:[\w.-]{1,63}/)?[\w.-]{1,63}", value, re.ASCII) else _OWNER
    )
