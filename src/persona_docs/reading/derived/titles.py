"""Which heading of a body is the persona's title, and which is only the first of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

from persona_docs.folding import fold
from persona_docs.model import Body
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import concept_of, normalise_heading
from persona_docs.reading.fields.names import display
from persona_docs.reading.roles.introductions import FRAME
from persona_docs.reading.roles.jobs import job_from
from persona_docs.reading.terms.job_words import JOB
from persona_docs.reading.text.icons import strip_emoji
from persona_docs.reading.text.stand_ins import holds_stand_in

_SILENT = frozenset({"paragraph_open", "paragraph_close", "html_block", "fence", "code_block", "hr"})
_WORDS = frozenset({"text", "code_inline"})
_WORD = re.compile(r"\w{3,}")
_AGENT = re.compile(r"^@|\b(?:agente?|bot|persona)\b|助手|智能体|エージェント")
"""What a title holds that names an agent by its kind."""

_SECTION = re.compile(
    r"(?:(?:your|my|our|core|key|main|primary|general|operating|working|guiding|tu|tus|su|sus|mis?) )*"
    r"(?:goals?|objectives?|principles?|workflow|process|context|background|tasks?|constraints?|limitations?"
    r"|responsibilit(?:y|ies)|duties|outputs?|output format|approach|methodology|protocol|behaviou?rs?"
    r"|personality|communication(?: style)?|tone|style|examples?|notes?|vision|values|instructions?"
    r"|objetivos?|principios|flujo(?: de trabajo)?|fluxo(?: de trabalho)?|proceso|processo|contexto|tareas?"
    r"|tarefas?|restricciones|restricoes|responsabilidades|reglas|regras|instrucciones|instrucoes|mision"
    r"|missao|formato(?: de (?:salida|saida))?|estilo|tono|tom|ejemplos|exemplos"
    r"|ziele?|aufgaben?|regeln|kontext|verantwortlichkeiten|objectifs?|contexte|regles|taches"
    r"|目标|职责|规则|原则|工作流程|流程|任务|背景|约束|输出格式)"
)
"""Headings above the parts of a prompt, whole: `Operating principles`, but not `Workflow Designer`."""

_RETIRED = re.compile(
    r"\W*(?:deprecated|obsolete|retired|superseded)\W*"
    r"(?:$|(?:forward|redirect)s?\b|(?:moved|merged|renamed) (?:to|into)\b|(?:replaced|superseded) by\b"
    r"|in favou?r of\b|(?:please )?(?:use|see)\b|by\b|do not\b|no longer\b)",
    re.IGNORECASE,
)
"""A heading that says only that somebody is not called any more, and who is instead."""

_NOT_A_TITLE = re.compile(
    r"(?:you(?:'re| are)|act as|eres|sos|voce e|persona$|agent$"
    r"|instructions?|system prompts?|roles?|overview|introductions?|phases?|steps?|when(?:ever)?|how|use"
    r"|purposes?|missions?|rules?|guidelines?|descriptions?)\b"
    r"|你是"
)
"""What a heading begins with that addresses somebody, or is that of a section."""

_SOMEBODY = re.compile(
    r"(?!(?:you|act|eres|sos|voce|when|whenever)\b)"
    r"(?!.*\s(?:an?|the|of|for|to|as|by|in|on|with|and|or|you|your|this|when)\s)"
    rf".*\s(?:{JOB}|agente?|bot|builder|planner|judge|helper|generator|finder|checker|maker|creator|operator"
    r"|master)$"
)
"""Who is called by what a section may be about, too: `Rules Engine Architect`."""

_TITLE_HEAD = re.compile(
    r"(?:persona|(?:sub)?agente?|role|rol|papel|rolle|skill|command|rule|regla|regra|regel|règle)"
    r"(?:\s*[:：]\s*|\s+[-–—]\s+)"
    r"|(?:角色|规则|規則|ルール|규칙)\s*[:：—-]\s*",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"\s*[-–—:]?\s*\b(?:agent personality|agent persona|agent definition|(?:agent |custom )?instructions"
    r"|chat ?mode(?: instructions)?|mode instructions|personality|personalidade do agente|persona|skill)\s*$",
    re.IGNORECASE,
)
"""What says only that a heading is a title, before it and behind it."""


_CALL = re.compile(r"/[\w:.-]+")
"""A command alone, no part of which is a kind of title: `/team:persona`."""


def title_heading(body: Body, called: Iterable[str]) -> str:
    """The heading of the first level that names the persona, as written; nothing where none does.

    No text stands above it, only code, raw HTML or pictures. Where others of its level follow, it says whom
    it names.

    Args:
        body: the parsed body.
        called: what the persona is called elsewhere.
    """
    first = next((n for n, token in enumerate(body.tokens) if token.type == "heading_open"), None)
    if first is None or any(map(_is_text, body.tokens[:first])) or body.tokens[first].tag != "h1":
        return ""
    sections = [section for section in body.sections if section.level]
    heading = sections[0].title
    title = title_from_heading(heading) or heading
    if is_section(title) or _RETIRED.match(title):
        return ""
    if sum(section.level == 1 for section in sections) > 1 and not _names_somebody(title, called):
        return ""
    return heading


def title_from_heading(heading: str) -> str:
    """The title a body's first heading gives, or nothing where it is none.

    >>> title_from_heading("🧪 QA Engineer Persona"), title_from_heading("Role: Tester")
    ('QA Engineer', 'Tester')
    >>> title_from_heading("You are a tester")
    ''
    """
    plain = strip_emoji(heading)
    if FRAME.search(plain) or (holds_stand_in(plain) and not plain.startswith("/")):
        return ""
    if _CALL.fullmatch(plain):
        return plain
    head = _TITLE_HEAD.match(plain)
    bare = _TITLE_TAIL.sub("", plain[head.end() :] if head else plain).strip(" -–—:")
    folded = fold(bare)
    if (
        not any(map(str.isalnum, bare))
        or len(bare) > 72
        or (_NOT_A_TITLE.match(folded) and not _SOMEBODY.match(folded))
    ):
        return ""
    return display(bare)


def is_section(title: str) -> bool:
    """Whether a title is that of a part of a prompt and no name.

    >>> is_section("Rol"), is_section("Operating Principles"), is_section("Workflow Designer")
    (True, True, False)
    """
    if ":" in title or " - " in title:  # a name may be explained
        return False
    announces = concept_of(title)
    return announces not in {None, Concept.OTHER} or bool(_SECTION.fullmatch(normalise_heading(title)))


def _is_text(token: Token) -> bool:
    """Whether a token shows words; a picture, alone or in a link, shows none."""
    if token.type != "inline":
        return token.type not in _SILENT
    return any(child.content.strip() for child in token.children or () if child.type in _WORDS)


def _names_somebody(title: str, called: Iterable[str]) -> bool:
    """Whether a title shares a word with what the persona is called, or is a job or an agent."""
    words = set(_WORD.findall(fold(title)))
    if any(words.intersection(_WORD.findall(fold(name).replace("_", " "))) for name in called):
        return True
    who = re.sub(r"^the\s+", "", title, flags=re.IGNORECASE)
    return bool(_AGENT.search(fold(title)) or job_from(f"Senior {who}"))  # a job has two words at least
