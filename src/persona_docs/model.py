"""What everything else talks about: personas, facts, checklists, findings, and the catalog they make.

Frozen dataclasses and no input or output. Data goes one way through the project::

    bytes -> text -> front matter + body -> Persona -> Catalog -> findings and pages -> an engine

Lines and columns count from 1 everywhere, in the decoded text of the source file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

T = TypeVar("T")


class Origin(StrEnum):
    """Whether a fact stands in a field of its own or was found in the text."""

    DECLARED = "declared"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, whether it was declared or derived, and where it stands.

    Attributes:
        value: the text, trimmed, as a reader should see it.
        origin: declared in a field, or derived from the description or the body.
        line: its line in the source file; 0 where there is none (a fallback made from the path).
        where: the field's key as written (`activates_on`), or the heading it was found under
            (`Core Expertise`).
    """

    value: str
    origin: Origin = Origin.DECLARED
    line: int = 0
    where: str = ""

    @property
    def derived(self) -> bool:
        """Whether the value was found in the text and not declared."""
        return self.origin is Origin.DERIVED

    def __str__(self) -> str:
        return self.value


class TriggerKind(StrEnum):
    """How a trigger is used.

    `/dev` is a command, `@backend` a mention, a word that is listened for a keyword, `*help` a menu code.
    """

    COMMAND = "command"
    MENTION = "mention"
    KEYWORD = "keyword"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Trigger(Fact):
    """A token that calls a persona; `value` includes its sign (`/dev`, `@backend`, `*help`).

    Attributes:
        kind: what the token is.
        help: what it does, from the file (`/dev   # implement a feature`); empty where nothing is said.
    """

    kind: TriggerKind = TriggerKind.KEYWORD
    help: str = ""

    @property
    def overheard(self) -> bool:
        """Whether it is but a word that a text says it listens for, as others may; nobody types it."""
        return self.derived and self.kind is TriggerKind.KEYWORD


class ToolGroup(StrEnum):
    """What a tool lets a persona do, so that tools of different products can be compared."""

    READ = "read"
    SEARCH = "search"
    EDIT = "edit"
    EXECUTE = "execute"
    WEB = "web"
    AGENTS = "agents"
    PLAN = "plan"
    ASK = "ask"
    MCP = "mcp"
    VCS = "vcs"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tool(Fact):
    """A tool as written (`Bash(git:*)`, `mcp__serena__find_symbol`).

    Attributes:
        group: its capability.
        server: the MCP server's name for a tool that comes from one, else empty.
    """

    group: ToolGroup = ToolGroup.OTHER
    server: str = ""


class ToolMode(StrEnum):
    """What the tools field says.

    `all`: declared as everything; `none`: declared as nothing; `inherited`: not declared, so whatever
    the product gives; `list`: just the tools named.
    """

    ALL = "all"
    NONE = "none"
    INHERITED = "inherited"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Tools:
    """What a persona may use.

    Attributes:
        mode: see `ToolMode`.
        allowed: the tools of a `list`; else what is left of tools that are denied otherwise
            (`bash(git diff*)`), or where they are `inherited` those that the body prefers, each derived.
        denied: tools that may not be used, beside any mode.
        line: where the field stands, 0 where there is none.
    """

    mode: ToolMode = ToolMode.INHERITED
    allowed: tuple[Tool, ...] = ()
    denied: tuple[Tool, ...] = ()
    line: int = 0

    @property
    def declared(self) -> tuple[Tool, ...]:
        """The allowed tools without those that the body only prefers."""
        if self.mode is ToolMode.LIST:
            return self.allowed
        return tuple(tool for tool in self.allowed if not tool.derived)

    @property
    def groups(self) -> tuple[ToolGroup, ...]:
        """The capability groups of the allowed tools, in the order of `ToolGroup`, each once."""
        present = {tool.group for tool in self.allowed}
        return tuple(group for group in ToolGroup if group in present)


class ChecklistKind(StrEnum):
    """Where a checklist comes from.

    `tasks`: `- [ ]` items; `plain`: items under a checklist heading; `template`: items inside a code
    fence, shown and copied, but never ticked nor counted.
    """

    TASKS = "tasks"
    PLAIN = "plain"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to tick.

    Attributes:
        text: its plain text, white space collapsed, without the box.
        key: names the item in a reader's browser; made from its text, so that a moved item keeps its tick
            and an edited one starts anew. Unique within the persona (`<hash>` or `<hash>-2`).
        checked: whether the file has it ticked (`- [x]`).
        level: depth of nesting, 0 at the top.
        line: where it stands.
    """

    text: str
    key: str
    checked: bool = False
    level: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list of things to tick, under the heading it belongs to.

    Attributes:
        title: the nearest heading, pseudo-heading (`**Before you merge:**`) or colon line; where the nearest
            is a topic below a checklist heading, both (`Code review checklist: Security`).
        items: in the order of the file.
        kind: see `ChecklistKind`.
        anchor: id of the heading above it on the persona's page, empty where there is none.
        line: line of the first item.
    """

    title: str
    items: tuple[ChecklistItem, ...]
    kind: ChecklistKind = ChecklistKind.TASKS
    anchor: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a persona's use, from its description.

    Attributes:
        context: what is going on.
        turns: who says what: `("user", "…")`, `("assistant", "…")`.
        commentary: why the persona answers.
    """

    context: str = ""
    turns: tuple[tuple[str, str], ...] = ()
    commentary: str = ""


class RelationKind(StrEnum):
    """How one persona names another: declared in a field, linked from the body, or mentioned there."""

    DECLARED = "declared"
    LINKED = "linked"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Relation:
    """One persona naming another, as written; the catalog finds out who is meant.

    Attributes:
        target: the name, slug, trigger (`@gentleman`) or relative path as written.
        kind: see `RelationKind`.
        label: what the file says about it (a hand-off's label, a table's second column), or empty.
        line: where it stands.
    """

    target: str
    kind: RelationKind = RelationKind.DECLARED
    label: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body and the plain text below it, up to the next heading.

    Attributes:
        title: plain text of the heading.
        level: as written, 1 to 6.
        anchor: its id on the page: as GitHub makes it (`#áreas-de-expertise`), and out of the way of the
            theme's ids.
        line: where it stands.
        text: plain text of what follows, without code blocks.
    """

    title: str
    level: int
    anchor: str
    line: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or image of the body, its target as written and the plain text it shows."""

    target: str
    text: str
    line: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A persona's Markdown, parsed once.

    Attributes:
        text: the Markdown below the front matter.
        line: the source line its first line stands on.
        sections: its outline; the first may have level 0 and no title (text before any heading).
        checklists: of all three kinds, in the order of the file.
        links: every link and image, in the order of the file.
        bare: whether its tokens were let go; whoever needs them parses the text once more.
        tokens: markdown-it-py's, their ids, task items and line numbers settled; what pages are rendered
            from. They are most of what a persona weighs, and are let go when its body is rendered.
    """

    text: str = ""
    line: int = 1
    sections: tuple[Section, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    links: tuple[BodyLink, ...] = ()
    bare: bool = field(default=False, repr=False, compare=False)
    tokens: tuple[Any, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """The file a persona was read from.

    Attributes:
        path: relative to the configuration's folder, with forward slashes; may start with `../`.
        data: the bytes as they are on disk, whatever was repaired for the page.
        encoding: how they were decoded (`utf-8`, `utf-8-sig`, `utf-16`, `cp1252`).
        repaired: the encoding whose misreading was undone (`mac_roman`, `cp1252`), or empty.
        text: the decoded, repaired text with line feeds as line ends, which lines and columns refer to.
        masked: the same with its secrets masked, where it holds any; empty where it holds none.
    """

    path: str
    data: bytes = field(default=b"", repr=False)
    encoding: str = "utf-8"
    repaired: str = ""
    text: str = field(default="", repr=False)
    masked: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The text as anybody may see it."""
        return self.masked or self.text

    @property
    def published(self) -> bytes:
        """The file as anybody may have it: as it is on disk, unless it holds secrets."""
        return self.masked.encode() if self.masked else self.data


@dataclass(frozen=True, slots=True)
class Persona:
    """One AI persona (agent, subagent, mode, skill), whatever dialect it was written in.

    Attributes:
        id: the source path, plus `#name` where a file holds several: the identity.
        name: the handle it is called by; falls back to the file's stem.
        dialect: the `Dialect.name` that was recognised.
        source: its file.
        slug: its address in the catalog; given by the catalog, empty before.
        title: what a reader sees as its name.
        icon: an emoji, or empty.
        role: one line: who it is.
        description: one paragraph: what it does and when; examples taken out.
        proactive: whether it asks to be used without being told to.
        expertise: what it knows, each a term.
        activates_on: situations it is meant for, each a phrase.
        triggers: tokens that call it.
        file_patterns: globs of the files it applies to.
        tools: what it may use.
        mcp_servers: names of the servers it needs; never their settings.
        skills: names of skills it loads.
        model: the model as written, or empty values where none is asked for.
        settings: further known keys (`effort`, `temperature`, `mode`), as written.
        category: what it is filed under, or empty.
        tags: labels.
        color: as written; unchecked, so never to be put into a style as it is.
        lang: BCP 47 tag of its text, declared, told by its path or detected; empty where nothing tells.
        version: as written.
        relations: whom it names.
        examples: of its use.
        body: its Markdown.
        extra: every other key as written, `a.b` for nested ones, secrets masked.
    """

    id: str
    name: Fact
    dialect: str = "markdown"
    source: Source = Source("")
    slug: str = ""
    title: str = ""
    icon: str = ""
    role: Fact = Fact("")
    description: Fact = Fact("")
    proactive: bool = False
    expertise: tuple[Fact, ...] = ()
    activates_on: tuple[Fact, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    file_patterns: tuple[Fact, ...] = ()
    tools: Tools = Tools()
    mcp_servers: tuple[Fact, ...] = ()
    skills: tuple[Fact, ...] = ()
    model: tuple[Fact, ...] = ()
    settings: Mapping[str, Fact] = field(default_factory=dict)
    category: Fact = Fact("")
    tags: tuple[Fact, ...] = ()
    color: Fact = Fact("")
    lang: str = ""
    version: Fact = Fact("")
    relations: tuple[Relation, ...] = ()
    examples: tuple[Example, ...] = ()
    body: Body = Body()
    extra: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """Its checklists that can be ticked; templates inside code fences are left out."""
        return tuple(c for c in self.body.checklists if c.kind is not ChecklistKind.TEMPLATE)


class Severity(StrEnum):
    """How bad a finding is. `mkdocs build --strict` fails on warnings and errors."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts it first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the maintainer of the persona files should know.

    Attributes:
        code: a name from `persona_docs.codes.CODES`.
        severity: the code's own, unless an option changed it.
        message: one sentence: what is wrong, naming the value.
        path: the source path.
        line: from 1; 0 where the whole file is meant.
        column: from 1; 0 where the whole line is meant.
        fix: what a person can do about it, one sentence; may hold the corrected line.
        persona: id of the persona it is about, empty where there is none.
    """

    code: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    column: int = 0
    fix: str = ""
    persona: str = ""

    @property
    def place(self) -> str:
        """`path:line:column`, as far as it is known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


class ConflictKind(StrEnum):
    """What several personas have in common that only one should have."""

    NAME = "name"
    SLUG = "slug"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Personas that claim the same name, slug or trigger. `personas` are ids in the order of the catalog."""

    kind: ConflictKind
    value: str
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation whose target is known: from one persona's id to another's."""

    source: str
    target: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A persona that is like another: its id, how much (0 to 1), and the shared terms, the rarest first."""

    persona: str
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a reverse index: a term as most personas write it, and who has it.

    Attributes:
        value: the spelling that is shown.
        anchor: its id on the index page, unique there.
        personas: ids, in the order of the catalog.
        group: the capability group for a tool, the trigger kind for a trigger, else empty.
    """

    value: str
    anchor: str
    personas: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True)
class Catalog:
    """All personas and what follows from having them side by side.

    Attributes:
        personas: in path order, each with its slug.
        findings: worst first, then by path and line; levels are already applied.
        expertise: reverse index of expertise, alphabetical by folded value.
        triggers: reverse index of triggers.
        tools: reverse index of tools.
        conflicts: of names, slugs and triggers.
        links: relations whose target was found.
        unknown: for each persona's id, whom it declares to work with although nobody is called so.
        neighbours: for each persona's id, the nearest others, the nearest first.
    """

    personas: tuple[Persona, ...] = ()
    findings: tuple[Finding, ...] = ()
    expertise: tuple[Term, ...] = ()
    triggers: tuple[Term, ...] = ()
    tools: tuple[Term, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    links: tuple[Link, ...] = ()
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[Neighbour, ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Persona]:
        """Every persona under its id."""
        return {persona.id: persona for persona in self.personas}

    @cached_property
    def by_path(self) -> Mapping[str, Persona]:
        """The first persona of every source file, under the file's path."""
        return {persona.source.path: persona for persona in reversed(self.personas)}

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """Whom each persona names, under its id."""
        return _grouped((link.source, link) for link in self.links)

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Link, ...]]:
        """Who names each persona, under its id."""
        return _grouped((link.target, link) for link in self.links)

    @cached_property
    def terms_of(self) -> Mapping[str, tuple[Term, ...]]:
        """The entries of the indexes of expertise and tools that each persona stands under, under its id."""
        return _grouped((one, term) for term in (*self.expertise, *self.tools) for one in term.personas)

    @cached_property
    def conflicts_of(self) -> Mapping[str, tuple[Conflict, ...]]:
        """What each persona claims together with others, under its id."""
        return _grouped((one, conflict) for conflict in self.conflicts for one in conflict.personas)

    @cached_property
    def findings_in(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings about each source file, under its path."""
        return _grouped((finding.path, finding) for finding in self.findings)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
