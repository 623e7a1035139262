"""What a persona is called, its icon, category and language, as far as a name or a path tells."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from persona_docs.folding import fold
from persona_docs.reading.job_words import JOB

_SUFFIXES = re.compile(
    r"(?:\.(?:agent|chatmode|prompt|instructions|persona|skill))?\.(?:md|mdc|mdx|markdown|prompty|txt|toml"
    r"|ya?ml|jsonc?|csv)$",
    re.IGNORECASE,
)
_WHOLE_NAMES = frozenset(
    {"skill", "agent", "subagent", "persona", "customize", "agents", "prompt", "rule", "readme", "index"}
)

_EMOJI_BASE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_EMOJI = re.compile(
    rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3"
    rf"|[{_EMOJI_BASE}][\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{_EMOJI_BASE}][\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)

_SIGNS = frozenset("©®™ℹ‼⁉")
"""Emoji to Unicode, but part of the word before them."""

_SPELLED = """
    AI API APIs ASO AWS AR B2B BI C4 CEO CFO CI CD CLI CMS CRM CSS CSV CTO DB DBA DDD DevOps
    DevSecOps DX ETL FinOps GCP GDPR CCPA Git GitHub GitLab GraphQL gRPC HR HTML HTTP IAM IDE iOS
    IoT IT JavaScript JSON JWT KPI LLM LMS ML MLOps MCP MongoDB MySQL NextJS NLP NodeJS NoSQL OAuth
    OIDC OpenAI OpenAPI ORM OWASP PDF PHP PM PO PostgreSQL PR PRD PyTorch QA RAG REST RL SaaS SDK
    SDET SEO SEM SQL SQLite SRE SSO SolidJS SVG SwiftUI TDD TypeScript UGC UI UX UI/UX URL VR
    WebSocket WebGL WordPress XML XR XSS YAML LinkedIn YouTube TikTok SNS SQS RabbitMQ WinForms
    FastAPI PowerShell
"""
_SPELLINGS = {word.casefold(): word for word in _SPELLED.split()}
_SMALL = {
    "and",
    "or",
    "of",
    "the",
    "for",
    "in",
    "to",
    "with",
    "a",
    "an",
    "y",
    "de",
    "e",
    "do",
    "da",
    "von",
    "und",
}

_NOWHERE = frozenset({"", ".", ".."})
_COMMANDS = frozenset({"command", "commands"})
_CALLED = {
    **dict.fromkeys((*_COMMANDS, "prompts", "skill", "skills", "workflows"), True),
    **dict.fromkeys(("agent", "agents", "subagents", "rules"), False),
}
"""Whether a folder holds what people call by its name, or what they do not."""

_GENERIC_FOLDERS_WORDS = """
    agent agents subagent subagents sub-agents persona personas skill skills command commands rule
    rules prompt prompts chatmode chatmodes mode modes instructions instruction role roles src lib
    docs doc plugin plugins category categories component components package packages cli-tool cli-agents all
    all-agents bundle bundles collection collections data content assets resources examples example
    samples sample general common default core module modules head main master current latest stable
    draft drafts wild seeds test tests fixtures reference references dist build out template templates
    shared packs
"""
_GENERIC_FOLDERS = frozenset(_GENERIC_FOLDERS_WORDS.split())
_LANGUAGES_WORDS = """
    ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl no pl pt
    pt-br ro ru sk sl sr sv ta th tr uk ur vi zh zh-cn zh-tw zh-hans zh-hant
"""
_LANGUAGES = frozenset(_LANGUAGES_WORDS.split())
_WITH_COUNTRY = re.compile(r"[a-z]{2}-(?:[A-Z]{2}|Han[st])")
_AMBIGUOUS_FOLDERS = {"it", "no", "id", "hr", "ms", "ca", "pl", "ar", "da", "et", "ro", "sl", "th"}
_LANGUAGE_NAMES = {
    "english": "en",
    "ingles": "en",
    "spanish": "es",
    "espanol": "es",
    "castellano": "es",
    "portuguese": "pt",
    "portugues": "pt",
    "chinese": "zh",
    "中文": "zh",
    "japanese": "ja",
    "日本語": "ja",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "francais": "fr",
    "italian": "it",
    "italiano": "it",
    "korean": "ko",
    "russian": "ru",
}


def stem(path: str) -> str:
    """A file's name without what says only which kind of file it is; the folder of a `SKILL.md`.

    >>> stem("a/db.agent.md"), stem("skills/pdf/SKILL.md"), stem("commands/agent.md"), stem("v4.8-expert.md")
    ('db', 'pdf', 'agent', 'v4.8-expert')
    """
    file = PurePosixPath(path)
    return file.parent.name if has_own_folder(path) else _bare(file)


def folder_of(path: str) -> PurePosixPath:
    """The folder that a persona stands in, which is above its own for a `SKILL.md`.

    >>> str(folder_of("skills/pdf/SKILL.md")), str(folder_of("skills/pdf.md"))
    ('skills', 'skills')
    """
    file = PurePosixPath(path)
    return file.parent.parent if has_own_folder(path) else file.parent


def has_own_folder(path: str) -> bool:
    """Whether a folder has the name of its file; of a command that is what people type, whatever it is.

    >>> has_own_folder("rules/mooring/RULE.md"), has_own_folder("rules/rule.md")
    (True, False)
    """
    file = PurePosixPath(path)
    whole, folder = _bare(file).casefold(), file.parent.name
    if whole == "skill":
        return folder not in _NOWHERE
    if whole not in _WHOLE_NAMES or folder in _NOWHERE:
        return False
    return folder.casefold() not in _GENERIC_FOLDERS and _COMMANDS.isdisjoint(file.parent.parts)


def _bare(file: PurePosixPath) -> str:
    return _SUFFIXES.sub("", file.name) or file.name


def display(name: str) -> str:
    """A handle as a person would write it; a name that is written for people stays.

    >>> display("api-security-engineer"), display("C++ Expert")
    ('API Security Engineer', 'C++ Expert')
    """
    if not re.fullmatch(r"[a-z0-9]+(?:[-_.:/ ]+[a-z0-9]+)*", name):
        return name
    words = [word for word in re.split(r"[-_ /:]+", name) if word]
    return " ".join(
        _SPELLINGS.get(word) or (word if n and word in _SMALL else word[:1].upper() + word[1:])
        for n, word in enumerate(words)
    )


def is_display_name(name: str) -> bool:
    """Whether a name is written for people: it has a space, a capital or a letter outside ASCII."""
    return " " in name or name != name.lower() or not name.isascii()


def split_icon(text: str) -> tuple[str, str]:
    """The emoji a text starts with, or else the only one, at its end; and the rest of the text.

    >>> split_icon("🔒 Security"), split_icon("Security 🔒"), split_icon("Security™")
    (('🔒', 'Security'), ('🔒', 'Security'), ('', 'Security™'))
    """
    bare = text.strip()
    if bare.isascii():
        return "", bare
    first = _EMOJI.search(bare)
    if first is None:
        return "", bare
    if not first.start():
        return first[0], bare[first.end() :].lstrip(" \t\ufe0f:-–—")
    if first.end() == len(bare) and first[0] not in _SIGNS:
        return first[0], bare[: first.start()].rstrip(" \t:-–—")
    return "", bare


def read_icon(text: str) -> str:
    """The emoji or sign of a declared icon; nothing for the name of one (`fa-gear`) or an address."""
    icon = split_icon(text)[0]
    bare = text.strip()
    return icon or (bare if 0 < len(bare) <= 2 and not bare[0].isalnum() else "")


def strip_emoji(text: str) -> str:
    """A text without its emoji."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(_EMOJI.sub(" ", text).replace("\ufe0f", "").split())


_NOT_A_TITLE = re.compile(
    r"(?:you(?:'re| are)|act as|eres|sos|voce e|persona$|agent$|(?:instructions?|system prompts?|roles?"
    r"|overview|introductions?|phases?|steps?|when(?:ever)?|how|use|purposes?|missions?|rules?|guidelines?|descriptions?))\b"
    r"|你是",
)
_SOMEBODY = re.compile(
    r"(?!(?:you|act|eres|sos|voce|when|whenever)\b)(?!.*\s(?:an?|the|of|for|to|as|by|in|on|with|and|or|you|your|this|when)\s)"
    rf".*\s(?:{JOB}|agente?|bot|builder|planner|judge|helper|generator|finder|checker|maker|creator|operator|master)$",
)
"""Who is called by what a section may be about, too: `Rules Engine Architect`."""

_TITLE_HEAD = re.compile(
    r"(?:persona|(?:sub)?agente?|role|rol|papel|rolle|skill|command|rule|regla|regra|regel|règle)(?:\s*[:：]\s*|\s+[-–—]\s+)|(?:角色|规则|規則|ルール|규칙)\s*[:：—-]\s*",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"\s*[-–—:]?\s*\b(?:agent personality|agent persona|(?:agent |custom )?instructions|chat"
    r" ?mode(?: instructions)?"
    r"|mode instructions|personality|personalidade do agente|persona|skill|agent definition)\s*$",
    re.IGNORECASE,
)


_RULE = re.compile(r"(?<![-=*~_])[-=*~_]{3,}#+$")
"""The end of a comment in another language's frame: `# ---- Boats ----#`."""


def title_from_heading(heading: str) -> str:
    """The title a body's first heading gives, or nothing where it is none.

    >>> title_from_heading("🧪 QA Engineer Persona"), title_from_heading("Role: Tester")
    ('QA Engineer', 'Tester')
    >>> title_from_heading("You are a tester")
    ''
    """
    plain = strip_emoji(heading)
    if _RULE.search(plain):
        return ""
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


def read_category(text: str) -> str:
    """A category as people write it: without its order number, in title case.

    >>> read_category("04-quality-security"), read_category("Finanzas")
    ('Quality Security', 'Finanzas')
    """
    bare = re.sub(r"^\d{1,3}[-_. ]+", "", text.strip())
    return display(
        bare.replace("_", "-").lower() if bare.isupper() and len(bare) > 5 else bare.replace("_", "-")
    )


def category_from_path(path: str, source: str = "") -> str:
    """The category that a persona's nearest telling folder below its source gives; nothing where none does.

    >>> category_from_path("kit/plugins/01-design/agents/ux.md", "kit")
    'Design'
    """
    folders = list(folder_of(path).parts)
    for part in PurePosixPath(re.split(r"[*?\[]", source, maxsplit=1)[0]).parts:
        if not folders or folders[0] != part:
            break
        folders.pop(0)
    for folder in reversed(folders):
        bare = re.sub(r"^\d{1,3}[-_. ]+", "", folder)
        telling = bare and bare[0].isalpha() and not re.match(r"v?\d", bare)
        if telling and bare.casefold() not in _GENERIC_FOLDERS and not _is_language(bare):
            return read_category(folder)
    return ""


def audience(path: str) -> tuple[str, str]:
    """For whom a file is: the folder of the product that loads it, and the language that its path names.

    >>> audience("shop/.claude/agents/qa.md"), audience("docs/ja/agents/qa.md")
    (('shop/.claude', ''), ('', 'ja'))
    """
    parts = PurePosixPath(path).parts
    end = next((n for n, part in enumerate(parts, 1) if part[0] == "." and part != ".."), 0)
    return "/".join(parts[:end]), lang_from_path(path)


def called_by_name(path: str) -> bool:
    """Whether people call what a file holds by its name, as a command, a skill or a prompt.

    >>> called_by_name(".claude/commands/git/tidy.md"), called_by_name(".claude/agents/tidy.md")
    (True, False)
    """
    file = PurePosixPath(path)
    kinds = (_CALLED.get(part.casefold()) for part in reversed(file.parent.parts))
    return _bare(file).casefold() == "skill" or next((kind for kind in kinds if kind is not None), False)


def read_lang(text: str) -> str:
    """A declared language as a BCP 47 tag, or nothing where it is none (`language: python`).

    >>> read_lang("pt_BR"), read_lang("Español"), read_lang("python")
    ('pt-BR', 'es', '')
    """
    tag = text.strip().replace("_", "-")
    if fold(tag) in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[fold(tag)]
    primary, *rest = tag.split("-")
    if primary.lower() not in _LANGUAGES or any(not re.fullmatch(r"[A-Za-z0-9]{2,8}", part) for part in rest):
        return ""
    return "-".join([primary.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()


def lang_from_path(path: str) -> str:
    """The language a file's suffix (`_zh`, `.es`) or folder (`pt-br/`) names, or nothing."""
    pure = PurePosixPath(path)
    match = re.search(r"[._]([A-Za-z]{2}(?:-[A-Za-z]{2,4})?)$", _bare(pure))
    if match and match.group(1).lower() in _LANGUAGES:
        return read_lang(match.group(1))
    for folder in reversed(pure.parent.parts):
        if _is_language(folder) and folder.lower() not in _AMBIGUOUS_FOLDERS:
            return read_lang(folder)
    return ""


def _is_language(folder: str) -> bool:
    """Whether a folder may be named by a language, with a country or without (`ja`, `ja-JP`)."""
    language, sign, _ = folder.partition("-")
    known = folder.lower() in _LANGUAGES
    return known or bool(sign and language in _LANGUAGES and _WITH_COUNTRY.fullmatch(folder))
