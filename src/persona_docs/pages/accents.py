"""One accent per persona, as a class: no colour of a file ever reaches a style.

A declared colour is only looked at for its hue. The style sheet makes the accent from the hue, with a
lightness of its own in light and dark, so that contrast holds whatever the file says, and a strict
Content-Security-Policy too.
"""

from __future__ import annotations

import math
import re
from hashlib import sha256

from persona_docs.colors import rgb
from persona_docs.model import Persona
from persona_docs.pages.brief import title_of

HUES = 24
"""How many hues the style sheet knows, evenly around OKLCH's circle."""

_GREY = 0.03  # below this chroma a colour has no hue to speak of


def accent_class(persona: Persona) -> str:
    """The class of a persona's accent: its own colour's hue where that is safe, else one from its slug."""
    hue = hue_of(persona.color.value)
    if hue is None:
        digest = sha256((persona.slug or persona.id).encode("utf-8", "replace")).digest()
        return f"persona-hue-{digest[0] % HUES}"
    return "persona-hue-grey" if math.isnan(hue) else f"persona-hue-{round(hue / (360 / HUES)) % HUES}"


def hue_of(color: str) -> float | None:
    """The OKLCH hue of a colour in degrees; NaN for a grey; `None` for what is not a safe colour.

    https://bottosson.github.io/posts/oklab/
    """
    channels = rgb(color)
    if channels is None:
        return None
    red, green, blue = (_linear(channel / 255) for channel in channels)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return math.degrees(math.atan2(b, a)) % 360 if math.hypot(a, b) > _GREY else math.nan


def monogram(persona: Persona) -> str:
    """One or two letters that stand for a persona without an icon; empty where its title has none."""
    words = [word for word in re.split(r"[\W_]+", title_of(persona)) if word]
    if not words:
        return ""
    first = words[0][0]
    # Scripts without case are dense: one sign says enough.
    second = words[1][0] if len(words) > 1 and first.lower() != first.upper() else ""
    return (first + second).upper()[:2]


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
