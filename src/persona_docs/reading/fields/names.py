"""A handle as people would write it."""

from __future__ import annotations

import re

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
SPELLED = frozenset(_SPELLINGS.values())
"""Words that are known to be spelled so."""

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
