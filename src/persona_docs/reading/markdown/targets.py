"""Where links and images lead: only http, https, mailto and relative targets are followed."""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# A browser drops these before it looks at an address: https://url.spec.whatwg.org/#concept-basic-url-parser
_DROPPED = re.compile(r"[\x00-\x20\x7f]+")


class TargetKind(Enum):
    """What a target is to a page."""

    NOTHING = "nothing"
    ANCHOR = "anchor"
    RELATIVE = "relative"
    WEB = "web"
    MAIL = "mail"
    UNSAFE = "unsafe"


def target_kind(target: str) -> TargetKind:
    r"""What a target is to a page, seen as a browser sees it.

    >>> target_kind("java\nscript:alert(1)"), target_kind("../docs/a.md"), target_kind("//host/x.png")
    (<TargetKind.UNSAFE: 'unsafe'>, <TargetKind.RELATIVE: 'relative'>, <TargetKind.WEB: 'web'>)
    """
    seen = _DROPPED.sub("", target)
    scheme = scheme_of(seen)
    if scheme in ("http", "https"):
        return TargetKind.WEB
    if scheme == "mailto":
        return TargetKind.MAIL
    if scheme:
        return TargetKind.UNSAFE
    if not seen:
        return TargetKind.NOTHING
    if seen.startswith("#"):
        return TargetKind.ANCHOR
    return TargetKind.WEB if seen.replace("\\", "/").startswith("//") else TargetKind.RELATIVE


def scheme_of(target: str) -> str:
    """The scheme of a target in lower case, empty for a relative one."""
    scheme = _SCHEME.match(_DROPPED.sub("", target))
    return scheme[1].lower() if scheme else ""


def relative_path(target: str) -> str:
    """The path a relative link leads to, without query and fragment; empty for any other link.

    >>> relative_path("../qa%20lead.md#tests"), relative_path("https://example.org/qa.md")
    ('../qa lead.md', '')
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def host_of(target: str) -> str:
    """The host of a target in lower case, empty where it has none.

    >>> host_of("HTTPS://Images.Example.org:443/a.png"), host_of("a.png")
    ('images.example.org', '')
    """
    try:
        return urlsplit(_DROPPED.sub("", target).replace("\\", "/")).hostname or ""
    except ValueError:
        return ""


def host_allowed(target: str, hosts: tuple[str, ...]) -> bool:
    """Whether a target is on one of the hosts; nothing but the whole name counts."""
    return host_of(target) in {host.strip().lower() for host in hosts}
