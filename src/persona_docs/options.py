"""What a user can set, once, for the plugin, the Markdown extension and the command line."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from persona_docs.folding import nearest


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one bad file from costing more than a finding; the plugin's options say of what."""

    file_size: int = 1_048_576
    front_matter_size: int = 65_536
    depth: int = 16
    nodes: int = 5_000
    items: int = 1_000
    scalar: int = 16_384
    line: int = 20_000
    seconds: float = 2.0
    html_size: int = 5_242_880
    slug: int = 80
    personas: int = 10_000


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of `sources` that says more than a path.

    Attributes:
        path: a file, a folder or a glob.
        dialect: the name of the dialect that all its files are written in.
    """

    path: str
    dialect: str

    def __str__(self) -> str:
        return self.path


class OptionError(ValueError):
    """An option that does not exist, or that holds what it cannot.

    Args:
        option: which; inside of one that holds several, the way there: `limits: slug`.
        said: what is wrong with it, and what would not be.
    """

    def __init__(self, option: str, said: str) -> None:
        super().__init__(f"{option}: {said}")
        self.option = option
        self.said = said


def source_entry(given: object) -> str | SourceEntry:
    """An entry of `sources` as YAML gives it: a path, or `{path: …, dialect: …}`.

    Raises:
        OptionError: it is neither; whether the dialect exists is for `reading` to say.
    """
    if isinstance(given, str):
        return given
    if not isinstance(given, Mapping) or set(given) != {"path", "dialect"}:
        raise OptionError("sources", f"a path or {{path: …, dialect: …}} is wanted, not “{given}”")
    for key, value in given.items():
        if not isinstance(value, str) or not value:
            raise OptionError(f"sources: {key}", f"a text is wanted, not “{value}”")
    return SourceEntry(given["path"], given["dialect"])


def instead(word: str, known: Collection[str]) -> str:
    """What to say of a word that is none of those known: which was probably meant, or else all of them.

    >>> instead("source", ["path", "sources"]), instead("x", ["path", "sources"])
    ('did you mean “sources”?', 'there are path, sources')
    """
    near = nearest(word, known)
    return f"did you mean “{near}”?" if near else f"there are {', '.join(sorted(known))}"


@dataclass(frozen=True, slots=True)
class Options:
    """All options.

    Attributes:
        sources: files, folders or globs, relative to the configuration file; dot folders are fine. The
            dialect of each file is recognised, unless its entry names one.
        path: where in the site the catalog lives; empty where it is the whole site.
        findings: level per finding code: `ignore`, `info`, `warning` or `error`.
        aliases: more front matter keys per field, beside the known ones: `{expertise: [wissensgebiete]}`.
        mermaid: whether Mermaid fences become diagrams; only for a site that ships its own copy of Mermaid.
        image_hosts: hosts whose images may be shown; images elsewhere become links.
        limits: see `Limits`.
    """

    sources: tuple[str | SourceEntry, ...] = ("personas",)
    path: str = "personas"
    findings: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mermaid: bool = False
    image_hosts: tuple[str, ...] = ()
    limits: Limits = Limits()
