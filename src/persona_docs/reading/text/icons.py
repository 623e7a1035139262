"""Emoji in a text: the icon of a persona, and what is left without them."""

from __future__ import annotations

import re

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
