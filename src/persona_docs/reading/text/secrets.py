"""What must never be published: keys that hold secrets, and texts that look like one.

The patterns are the providers' own documented formats; each is anchored on a fixed prefix, so that searching
stays linear in the size of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "••••••"
"""What stands in place of a secret."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that looks like a secret.

    Attributes:
        kind: whose it is, in a few words.
        start: where it begins in the text searched.
        end: where it ends.
    """

    kind: str
    start: int
    end: int


_PATTERNS: tuple[tuple[str, str], ...] = (
    ("Anthropic key", r"sk-ant-[A-Za-z0-9_-]{16,200}"),
    ("OpenAI key", r"sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}"),
    ("GitHub token", r"(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})"),
    ("GitLab token", r"glpat-[A-Za-z0-9_-]{20,100}"),
    ("AWS access key", r"(?:AKIA|ASIA)[A-Z0-9]{16}"),
    ("Google API key", r"AIza[A-Za-z0-9_-]{35}"),
    ("Slack token", r"xox[abeoprs]-[A-Za-z0-9-]{10,200}"),
    ("Stripe key", r"[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}"),
    ("npm token", r"npm_[A-Za-z0-9]{36}"),
    ("PyPI token", r"pypi-[A-Za-z0-9_-]{32,255}"),
    ("Hugging Face token", r"hf_[A-Za-z0-9]{30,100}"),
    ("JSON web token", r"eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}"),
    ("private key", r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"),
    ("password in an address", r"[a-z][a-z0-9+.-]{1,20}://[^\s/:@'\"<>{}$]{1,64}:[^\s/:@'\"<>{}$]{3,128}@"),
    ("bearer token", r"[Bb]earer [A-Za-z0-9._~+/-]{24,2000}"),
)
_SECRET = re.compile("|".join(rf"(?P<k{n}>(?<![A-Za-z0-9_]){p})" for n, (_, p) in enumerate(_PATTERNS)))
_SIGNS = (
    *("sk-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "AKIA", "ASIA", "AIza", "xox"),
    *("sk_live_", "sk_test_", "rk_live_", "rk_test_", "npm_", "pypi-", "hf_", "eyJ", "-----BEGIN ", "://"),
    *("Bearer ", "bearer "),
)  # what every pattern starts with; an address is known by its middle
_SCHEME = "abcdefghijklmnopqrstuvwxyz0123456789+.-"

_KEYS = re.compile(
    r"(?:^|\.)(?:env|environment|headers|httpheaders|auth|cookies?"
    r"|\w*(?:authorization|apikey|accesskey|secretkey|privatekey|token|secret|secrets|password"
    r"|passwd|credentials?))"
    r"(?:\.|$)"
)

_ANSWERS = frozenset({"", "allow", "ask", "deny", "true", "false", "yes", "no"})
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]+")
_STAGE = re.compile(r"(?i)local|dev(?:elopment)?|test(?:ing)?|qa|ci|staging|stage|sandbox|prod(?:uction)?")
_VARIABLES = re.compile(r"(?:^|\.)(?:env|environment)(?:\.name)?$")


def find_secrets(text: str) -> tuple[Secret, ...]:
    """Every text in `text` that looks like a secret, in order."""
    found: list[Secret] = []
    for start in sorted({start for sign in _SIGNS if sign in text for start in _starts(sign, text)}):
        match = _SECRET.match(text, start)
        if match and (not found or start >= found[-1].end):
            kind = _PATTERNS[int((match.lastgroup or "k0")[1:])][0]
            found.append(Secret(kind, match.start(), match.end()))
    return tuple(found)


def _starts(sign: str, text: str) -> Iterator[int]:
    """Where a secret with this sign may start; looking for fixed signs first is many times faster."""
    at = text.find(sign)
    while at >= 0:
        before = text[max(0, at - 21) : at] if sign == "://" else ""
        yield at - len(before) + len(before.rstrip(_SCHEME))
        at = text.find(sign, at + 1)


def is_secret(path: str, value: str) -> bool:
    """Whether a value is a secret because of its normalised key path alone (`mcpservers.git.env.key`).

    What a permission says of a command is none (`env` is one, too), nor a yes or no (`usestoken: false`), nor
    the name of a variable where a list says which ones are needed, nor of the stage that it is (`env: test`).

    >>> is_secret("env.port", "80"), is_secret("maxtokens", "80"), is_secret("permission.bash.env", "ask")
    (True, False, False)
    """
    if _KEYS.search(path) is None or value.casefold() in _ANSWERS:
        return False
    return not (_VARIABLES.search(path) and (_VARIABLE.fullmatch(value) or _STAGE.fullmatch(value)))
