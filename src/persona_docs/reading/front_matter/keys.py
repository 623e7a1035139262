"""Which key of which dialect means which field: one table, and the look-up through it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from persona_docs.reading.front_matter.values import Fields, Scalar, Value

ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name", "persona name", "character name", "nombre", "nome", "slug", "id", "act"),
        "title": ("title", "display name", "titulo"),
        "icon": ("icon", "emoji", "icono"),
        "role": ("role", "role title", "job title", "rol", "papel"),
        "description": ("description", "summary", "descripcion", "descricao"),
        "expertise": (
            "expertise",
            "areas of expertise",
            "capabilities",
            "specializations",
            "specialization",
            "specialties",
            "competencies",
            "skills expertise",
            "domains",
            "focus areas",
            "focus",
            "especialidades",
            "conocimientos",
            "competencias",
            "fachgebiete",
        ),
        "activates_on": (
            "activates on",
            "activation",
            "auto activate.conditions",
            "use when",
            "when to use",
            "cuando usar",
            "quando usar",
            "se activa",
        ),
        "triggers": (
            "triggers",
            "trigger",
            "commands",
            "command",
            "activation triggers",
            "trigger phrases",
            "trigger keywords",
            "aliases",
            "invocation",
            "auto activate.keywords",
            "nickname candidates",
            "menu",
            "disparadores",
            "comandos",
        ),
        "file_patterns": ("globs", "apply to", "paths", "regex", "file patterns", "file match pattern"),
        "tools": ("tools", "allowed tools", "tool access", "groups", "herramientas", "ferramentas"),
        "denied": ("disallowed tools", "excluded tools", "denied tools"),
        "mcp_servers": ("mcp servers", "mcp", "requires.mcp"),
        "skills": (
            "skills",
            "dependencies.tasks",
            "dependencies.templates",
            "dependencies.checklists",
            "bundle",
        ),
        "relations": (
            "agents",
            "personas",
            "handoffs",
            "agent",
            "related",
            "related agents",
            "works with",
            "delegates to",
            "sub agents",
        ),
        "model": ("model", "models", "llm"),
        "color": ("color", "colour"),
        "category": ("category", "categoria", "module", "domain", "department"),
        "tags": ("tags", "keywords", "labels", "etiquetas"),
        "lang": ("lang", "language", "locale", "idioma"),
        "version": ("version",),
        "settings": (
            "effort",
            "reasoning effort",
            "model reasoning effort",
            "temperature",
            "top p",
            "max turns",
            "max steps",
            "max tokens",
            "steps",
            "timeout mins",
            "permission mode",
            "permission",
            "permissions",
            "sandbox mode",
            "memory",
            "isolation",
            "background",
            "is background",
            "mode",
            "hidden",
            "infer",
            "readonly",
            "user invocable",
            "user invokable",
            "disable model invocation",
            "target",
            "kind",
            "type",
            "variant",
            "disable",
            "disabled",
            "context",
            "argument hint",
            "always apply",
            "auto execution mode",
            "inclusion",
            "has sidecar",
        ),
    }
)
"""Each field and the keys it is written under, the most telling first. Case, `-`, `_`, spaces and accents are
ignored, `a.b` is a key inside a mapping. Users add to it with the option `aliases`."""

_WRAPPERS = ("agent.metadata.", "agent.persona.", "metadata.", "agent.", "persona.")
"""Mappings that say nothing themselves: a key in them means what it means at the top."""


@lru_cache(maxsize=4096)
def normalise_key(key: str) -> str:
    """A key in the one form that all its spellings share.

    >>> normalise_key("mcp-servers") == normalise_key("mcpServers") == normalise_key("MCP_Servers")
    True
    """
    folded = unicodedata.normalize("NFKD", key).casefold()
    return re.sub(r"[^\w.]|_", "", "".join(c for c in folded if not unicodedata.combining(c)))


_FIELD_OF = {normalise_key(alias): field for field, aliases in ALIASES.items() for alias in aliases}
_RANK = {normalise_key(alias): n for aliases in ALIASES.values() for n, alias in enumerate(aliases)}


def field_of(key: str) -> str:
    """The field that a key means in every dialect, or nothing.

    >>> field_of("allowed-tools"), field_of("homepage")
    ('tools', '')
    """
    return _FIELD_OF.get(normalise_key(key), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value.

    Attributes:
        key: as written, `a.b` for nested ones.
        value: what stands there.
    """

    key: str
    value: Value

    @property
    def line(self) -> int:
        """The line the value stands on."""
        return self.value.line


@dataclass(frozen=True, slots=True)
class Sorted:
    """A front matter's entries, by the field they mean.

    Attributes:
        fields: per field its entries, the most telling key first.
        rest: every entry that means none of the fields, scalars and lists only, in the order of the file.
    """

    fields: Mapping[str, tuple[Entry, ...]]
    rest: tuple[Entry, ...]


def sort_entries(
    fields: Fields,
    *,
    own: Mapping[str, str] | None = None,
    added: Mapping[str, tuple[str, ...]] | None = None,
) -> Sorted:
    """Sort the entries of a front matter by the field they mean.

    Args:
        fields: the front matter.
        own: the dialect's own keys beside the common ones, `{"slug": "name"}`; `""` keeps a key as it is.
        added: the user's own aliases, `{"expertise": ("fachgebiete",)}`; they come first.
    """
    field_of = _FIELD_OF | {normalise_key(key): field for key, field in (own or {}).items()}
    rank = _RANK | dict.fromkeys(map(normalise_key, own or ()), -1)
    for field, keys in (added or {}).items():
        field_of |= dict.fromkeys(map(normalise_key, keys), field)
        rank |= dict.fromkeys(map(normalise_key, keys), -2)
    claimed: dict[str, list[tuple[int, int, Entry]]] = {}
    rest: list[Entry] = []

    def walk(mapping: Fields, path: str, depth: int) -> None:
        for key, value in mapping:
            written = f"{path}{key.text}"
            known, field = _known(normalise_key(written), field_of)
            wrapper = not field or known == "agent"  # `agent` names a persona, or wraps a whole one
            if wrapper and isinstance(value, Fields) and value.pairs:
                walk(value, f"{written}.", depth + 1)
            elif field:
                claimed.setdefault(field, []).append((depth, rank.get(known, 99), Entry(written, value)))
            else:
                rest.append(Entry(written, value))

    walk(fields, "", 0)
    ordered = {
        field: tuple(entry for _, _, entry in sorted(entries, key=lambda e: (e[1], e[0])))
        for field, entries in claimed.items()
    }
    return Sorted(ordered, tuple(rest))


def _known(path: str, field_of: Mapping[str, str]) -> tuple[str, str]:
    """The alias a normalised path is known by, with or without its wrapper, and the field it means."""
    for candidate in _unwrapped(path):
        if candidate in field_of:
            return candidate, field_of[candidate]
    return path, ""


def _unwrapped(path: str) -> Iterator[str]:
    yield path
    for wrapper in _WRAPPERS:
        if path.startswith(wrapper):
            yield path.removeprefix(wrapper)
            return


def pairs(value: Fields) -> dict[str, Value]:
    """A mapping by its normalised keys."""
    return {normalise_key(key.text): inner for key, inner in value}


def text_of(value: Value | None) -> str:
    """The text of a scalar, else nothing."""
    return value.text.strip() if isinstance(value, Scalar) and not value.null else ""
