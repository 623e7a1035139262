"""Tables of a passage, and which of their columns holds facts: their headers tell.

A table below "When to use" may compare two things, and one below "Expertise" may say what to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from persona_docs.reading.body.headings import normalise_heading
from persona_docs.reading.body.passages import Block, Kind

_SITUATION = re.compile(
    # English
    r"(?:(?:the|typical|common|example|user|your|usage) )?"
    r"(?:situations?|scenarios?|use[- ]?cases?|cases?|conditions?|contexts?"
    r"|triggers?(?: (?:phrases?|words?))?|requests?|problems?|symptoms?|signals?|events?"
    r"|(?:user )?(?:asks?|says?|wants?|needs?|intents?)"
    r"|tasks?(?: types?)?|when(?: to (?:use|invoke|call)(?: (?:it|this(?: \w+)?))?)?"
    r"|use (?:it |this(?: (?:agent|skill|persona|mode))? )?(?:when|for|if)"
    r"|(?:you|the user) (?:want|need|ask|say)s?(?: (?:to|for))?"
    # Spanish and Portuguese
    r"|situacion(?:es)?|situac(?:ao|oes)|escenarios?|cenarios?|casos?(?: de uso)?|necesidad(?:es)?|pedidos?"
    r"|[cq]uando(?: (?:usar|invocar)(?:l[oa])?)?|gatilhos?|disparador(?:es)?|tareas?|tarefas?"
    # German, French and Italian
    r"|situationen|szenari(?:o|en)|anwendungsf(?:all|alle)|wann|ausloser|aufgaben?"
    r"|cas(?: d[’']utilisation)?|quand|scenarii|taches?|demandes?|situazion[ei]"
    # Chinese, Japanese, Korean and Russian
    r"|(?:使用|适用)?场景|情况|触发(?:条件)?|何时使用|任务|需求|場景|情境|情況"
    r"|場面|状況|シーン|ユースケース|タイミング|いつ|상황|시나리오|사용 ?사례|언제"
    r"|ситуаци[яи]|сценари[ий]|когда|случа[ий])"
)
"""What a column is called whose cells say when to call the persona."""

_ANOTHER = re.compile(
    r".*\b(?:agents?|skills?|personas?|instead|alternatives?|models?|agentes?|alternativas?|modelos?)\b.*"
    r"|.*(?:智能体|代理|替代|エージェント|에이전트)"
)
"""A column that says whom to call instead, or in each case."""

_NO = re.compile(
    r"[❌🚫⛔✗✘]|(?:no|nein|n[aã]o|non|нет|never|nunca|否|不|いいえ|아니요?)\s*(?:$|[,.;:，。—–(（-])",
    re.IGNORECASE,
)
"""What a cell begins with that says no: `❌`, `No, use a pilot`."""

_KNOWN = re.compile(
    r"(?:(?:core|key|main|technical|your|primary) )?"
    r"(?:areas?|domains?|skills?|technolog(?:y|ies)|tech|expertise|topics?|subjects?|languages?|frameworks?|fields?"
    r"|competenc(?:y|ies|e)|special(?:ty|ties|ity|ities|izations?)|disciplines?|stacks?|platforms?|tools?"
    r"|capabilit(?:y|ies)|knowledge|librar(?:y|ies)"
    r"|ambitos?|dominios?|temas?|habilidad(?:es?)?|tecnologias?|lenguajes?|linguage(?:m|ns)|conocimientos?"
    r"|conhecimentos?|competencias?|especialidad(?:es?)?|capacidad(?:es?)?|herramientas?|ferramentas?|plataformas?"
    r"|bereiche?|fachgebiete?|themen?|kompetenz(?:en)?|technologien?|sprachen?|domaines?|sujets?|langages?"
    r"|领域|技能|技术|专长|方向|能力|知识|主题|領域|技術|分野|専門|スキル|분야|기술|영역|область|навыки?|технологи[ия])"
    r"(?: (?:areas?|names?|tecnic[ao]s?))?"
)
"""What a first column is called whose cells are what somebody knows."""

_ORDERS = re.compile(
    r"(?:what|how|where|when|que|como|donde|quando|cuando|was|wie) .*|actions?|steps?|outputs?|commands?"
    r"|(?:to )?(?:find|check|look for|verify|do|avoid)|acci(?:on|ones)|pasos?|salidas?|comandos?"
    r"|periodo?s?|dates?|months?"
)
"""A column that says what to do with those before it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        header: its header, as headings are compared.
        rows: its rows.
    """

    header: tuple[str, ...]
    rows: tuple[Block, ...]


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among some blocks."""
    header: tuple[str, ...] | None = None
    rows: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.ROW or block.header:
            if header is not None:
                yield Table(header, tuple(rows))
            header, rows = None, []
        if block.kind is Kind.ROW and block.header:
            header = tuple(map(normalise_heading, block.cells))
        elif block.kind is Kind.ROW:
            rows.append(block)
    if header is not None:
        yield Table(header, tuple(rows))


def situation_cells(table: Table) -> Iterator[tuple[str, int]]:
    """The cells of a table's column of situations, with their lines; none where it has no such column.

    A row that says no, and a table that says whom to call in each situation, tell nothing.
    """
    at = next((n for n, cell in enumerate(table.header) if _SITUATION.fullmatch(cell)), None)
    if at is None or any(map(_ANOTHER.fullmatch, table.header)):
        return
    for row in table.rows:
        others = (cell.strip() for n, cell in enumerate(row.cells) if n != at)
        if at < len(row.cells) and not any(map(_NO.match, others)):
            yield row.cells[at], row.line


def term_cells(table: Table, *, own: bool) -> Iterator[tuple[str, int]]:
    """The cells of a table's first column, with their lines, where it holds what somebody knows.

    Args:
        table: the table.
        own: whether the heading right above it says so; else the first column has to say it.
    """
    if not table.header or any(map(_ORDERS.fullmatch, table.header)):
        return
    if own or _KNOWN.fullmatch(table.header[0]):
        yield from ((row.cells[0], row.line) for row in table.rows if row.cells)
