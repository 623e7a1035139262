"""Wordings that ask a model, or a person, for something that nobody should do unseen.

A hint and no wall: whoever means harm finds other words. So a rule here must hardly ever be wrong; what is
quoted, warned against or spoken about is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from persona_docs.checks.concealed import encoded, out_of_view
from persona_docs.checks.lines import Lines
from persona_docs.checks.wording import about, short
from persona_docs.model import Body, Finding, Persona
from persona_docs.reading.markdown.budget import Budget

_MOST = 10
_SECONDS = 0.5  # for one body; a hint is not worth more
_ENCODED = "Text is encoded: “{}”"

_SHELL = (
    r"(?:sudo\s+(?:-\w+\s+)*)?(?:(?:ba|z|da|k|fi)?sh|iex|invoke-expression|python3?"
    r"|(?:node|perl|ruby)(?!\s+-(?:\w*[ep]|-eval|-print)\b))\b"
)
"""Programs that run what they are given, and not a script of their own: `node -e` reads data."""
_FETCH = r"\b(?:curl|wget|fetch|iwr|irm|invoke-webrequest|invoke-restmethod)\b"
_PIPED = re.compile(
    rf"""(?ix) {_FETCH} [^|\n]{{0,200}}? (?:https?:|\$|\w\.\w) [^|\n]{{0,200}} \| \s* {_SHELL} (?!\s*-[cm]\b)
        | \b(?:ba|z|da)?sh \s+ (?:-c \s+ ["']? \$\( | <\( ) \s* (?:curl|wget)\b
        | \beval \s+ ["']? \$\( \s* (?:curl|wget)\b
        | \bbase64 \s+ (?:-d|-D|--decode) [^|\n]{{0,80}} \| \s* {_SHELL}
        | \b(?:iex|invoke-expression)\b \s* (?:\( \s*){{0,2}} (?:new-object|iwr|irm)"""
)
_OVERRIDE = re.compile(
    r"""(?ix) \b(?:ignore|disregard|forget|override) \s+
            (?:(?:all|any|every|everything|of|your|my|the|these|those) \s+){0,6}
            (?:previous|prior|earlier|above|preceding|foregoing|former|initial|original|system) \s+
            (?:(?:system|user) \s+)?
            (?:instructions?|prompts?|rules|guidelines|directions|messages?|directives)\b
        | \b(?:reveal|print|repeat|output|leak|show) \s+ (?:me \s+)? (?:your|the) \s+
            (?:(?:full|whole|entire|hidden|secret) \s*)? system \s+ (?:prompt|message|instructions)\b
        | \byou \s+ are \s+ (?:now \s+)? (?:DAN\b|jailbroken\b|in \s+ developer \s+ mode\b)
        | \bignor[ae] \s+ (?:todas \s+)? (?:las|as) \s+ (?:instrucciones|instruções) \s+
            (?:anteriores|previas|prévias)
        | \bignorez? \s+ (?:toutes \s+)? les \s+ instructions \s+ précédentes
        | \bignoriere? \s+ (?:alle \s+)? (?:vorherigen|bisherigen|vorigen) \s+ (?:Anweisungen|Instruktionen)
        | 忽略 (?:你|所有|之前|以上|先前|的){1,6} (?:指令|指示|提示)"""
)
_FILES = r"(?:\.env\b|id_rsa|id_ed25519|\.ssh\b|\.aws\b|\.netrc|\.npmrc|/etc/(?:passwd|shadow))"
_SECRETS = (
    rf"(?:{_FILES}|\b(?:credentials?|api[ _-]?keys?|passwords?|secrets?|private[ ]keys?|"
    r"(?:access|auth)[ _-]?tokens?|environment[ ]variables|conversation(?:[ ]history)?)\b)"
)
_SENDS = r"\b(?:send|post|upload|transmit|forward|exfiltrate|e-?mail)\b"
_THERE = r"\bto\b [^\n]{0,40}? (?:https?://|[\w.+-]{1,64}@[\w-]{1,64}\.\w)"
_SENT = re.compile(
    rf"""(?ix) {_SECRETS} [^\n]{{0,160}}? {_SENDS} [^\n]{{0,80}}? {_THERE}
        | {_SENDS} [^\n]{{0,80}}? {_SECRETS} [^\n]{{0,80}}? {_THERE}
        | \b(?:curl|wget|nc)\b [^\n]{{0,160}}?
            (?:-d|--data\S*|-F|--form|-T|--upload-file|--post-file|<) [\s=]* ["']? (?:\w+=)? @?
            [^\s"']{{0,80}}? {_FILES} [^\n]{{0,160}}? (?:https?:|\w\.\w)"""
)
_UNTOLD = re.compile(
    r"""(?ix) \b(?:(?:do \s+ not|don['’]t|never) \s+ (?:tell|inform|notify|alert|let)\b
            | without \s+ (?:telling|informing|notifying|asking|alerting)) [^\n]{0,30}? \buser
            [^\n]{0,160}? \b(?:upload|exfiltrate|send|transmit|credentials?|secrets?|passwords?|silently)\b
        | \b(?:upload|exfiltrate|send|transmit)\b [^\n]{0,80}? \b(?:silently|secretly|covertly)\b
            [^\n]{0,60}? (?:\buser|credentials?|secrets?|keys?|tokens?)"""
)
_SPOKEN_OF = re.compile(
    r"""(?ix) \b(?:never|not|n['’]t|avoid|against|instead \s+ of|rather \s+ than|refuse|reject|block|detect
            |flag|watch|look|such \s+ as|like|e\.g|example|warn\w*|dangerous|unsafe|insecure|risk\w*|attack\w*
            |inject\w*|attempt\w*|malicious|pattern\w*|prevent\w*|suspicious|phrases?|anti-?pattern\w*|bad
            |nunca|jamás|evit\w+|niemals|vermeide\w*|jamais|évite\w*)\b
        | [❌✗✘⛔🚫不禁]"""
)
_QUOTED = re.compile(r"[“\"'‘`«„「][^“”\"`«»„「」\n]{0,200}$")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A wording to be told of.

    Attributes:
        words: a line that holds the wording holds one of these; in small letters.
        wording: what is looked for.
        message: what it does.
        in_code: whether it counts in code blocks too.
    """

    words: tuple[str, ...]
    wording: re.Pattern[str]
    message: str
    in_code: bool = False


_RULES = (
    _Rule(
        ("curl", "wget", "iwr", "irm", "iex", "invoke-", "base64"),
        _PIPED,
        "A download goes straight into a program that runs it",
        in_code=True,
    ),
    _Rule(
        (
            *("ignor", "disregard", "forget", "override", "忽略"),
            *("prompt", "message", "instruction", "jailbroken", "developer", "dan"),
        ),
        _OVERRIDE,
        "A model is told to ignore its instructions",
    ),
    _Rule(
        (
            *("://", "@"),
            *(".env", "id_rsa", "id_ed25519", ".ssh", ".aws", ".netrc", ".npmrc", "/etc/"),
        ),
        _SENT,
        "Secrets are sent elsewhere",
        in_code=True,
    ),
    _Rule(
        ("upload", "exfiltrate", "send", "transmit", "credential", "secret", "password", "silently"),
        _UNTOLD,
        "Something is to be hidden from the user",
    ),
)


def instructions(persona: Persona) -> Iterator[Finding]:
    """Wordings of attacks, in bodies and descriptions; text that is encoded, or pushed out of view."""
    for line, message, said in islice(_in(persona), _MOST):
        yield about(persona, "instructions", message, line, said=said)


def _in(persona: Persona) -> Iterator[tuple[int, str, str]]:
    """The lines on which a wording stands, what is to be told of it, and how it stands there."""
    facts = [f for f in (persona.description, persona.role, *persona.activates_on) if not f.derived]
    said = "\n".join(fact.value for fact in facts)
    rules = [rule for rule in _RULES if next(Lines(Body(said)).holding(rule.words), None)]
    for fact in facts:
        for rule in rules:
            match = rule.wording.search(fact.value)
            if match and not _spoken_of(fact.value, match):
                yield fact.line, _told(rule, match), match[0]
        for at, text in encoded(fact.value):
            yield fact.line, _ENCODED.format(short(text)), fact.value[at:]
    yield from _in_body(persona.body)


def _in_body(body: Body) -> Iterator[tuple[int, str, str]]:
    lines, budget = Lines(body), Budget(_SECONDS)
    for rule in _RULES:
        for line in lines.holding(rule.words):
            if budget.spent:
                return
            match = rule.wording.search(line.text)
            code = match is not None and lines.is_code(line)
            if match and (rule.in_code or not code) and not _spoken_of(line.text, match, code=code):
                yield line.number, _told(rule, match), match[0]
    for at, text in encoded(body.text):
        yield body.line + body.text.count("\n", 0, at), _ENCODED.format(short(text)), body.text[at:]
    yield from out_of_view(body, lines)


def _told(rule: _Rule, match: re.Match[str]) -> str:
    return f"{rule.message}: “{short(match[0])}”"


def _spoken_of(text: str, match: re.Match[str], *, code: bool = False) -> bool:
    """Whether a wording is only quoted, or warned against, where it stands."""
    before, after = text[max(0, match.start() - 240) : match.start()], text[match.end() : match.end() + 60]
    sentence = re.split(r"[.!?。]\s", before)[-1] if not code else before
    if _SPOKEN_OF.search(sentence) or _SPOKEN_OF.search(after):
        return True
    return match.re is _OVERRIDE and _QUOTED.search(before) is not None
