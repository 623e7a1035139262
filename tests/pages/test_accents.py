"""One accent per persona: safe whatever the file says, and readable in light and dark."""

from __future__ import annotations

import math
import re

import pytest

from persona_docs.colors import NAMES, rgb
from persona_docs.pages.accents import HUES, accent_class, hue_of, monogram
from persona_docs.pages.assets import FOLDER
from tests.builders import persona

STYLES = (FOLDER / "shared" / "accents.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("color", "accent"),
    [
        ("red", "persona-hue-2"),
        ("  Blue ", "persona-hue-18"),
        ("#0f0", "persona-hue-9"),
        ("#00FF00ff", "persona-hue-9"),
        ("white", "persona-hue-grey"),
        ("#777", "persona-hue-grey"),
    ],
)
def test_a_safe_colour_gives_its_hue(color, accent):
    assert accent_class(persona("x", slug="x", color=color)) == accent


@pytest.mark.parametrize(
    "color",
    ["", "metallic-blue", "red; background: url(//evil)", "#12345", "rgb(1,2,3)", "url(x)", "#ＡＢＣ", "١٢٣"],
)
def test_anything_else_is_ignored_and_the_slug_decides(color):
    assert rgb(color) is None
    assert accent_class(persona("x", slug="qa", color=color)) == accent_class(persona("y", slug="qa"))


def test_there_are_all_named_colours_and_a_rule_for_every_hue():
    assert len(NAMES) == 148
    assert {int(n) for n in re.findall(r"\.persona-hue-(\d+) ", STYLES)} | {0} == set(range(HUES))


@pytest.mark.parametrize(
    ("title", "letters"), [("Backend Engineer", "BE"), ("qa", "Q"), ("数据 分析", "数"), ("!?", "")]
)
def test_initials_stand_for_a_missing_icon(title, letters):
    assert monogram(persona("", title=title, path="x.md")) == letters


@pytest.mark.parametrize(("paper", "scheme"), [(1.0, 0), (0.126, 1)])
def test_initials_can_be_read_on_their_tint_in_every_hue(paper, scheme):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1. The papers are Material's white and slate (about #1e2129)."""
    found = re.findall(r"--persona-accent: oklch\((\d+)% var\(--persona-chroma, ([\d.]+)\)", STYLES)
    lightness, chroma = (float(number) for number in found[scheme])
    for hue in range(0, 360, 360 // HUES):
        ink = _srgb(lightness / 100, chroma, hue)
        tint = [0.12 * channel + 0.88 * paper for channel in ink]
        assert _contrast(ink, tint) >= 4.5, (hue, _contrast(ink, tint))


def test_hues_are_those_of_oklch():
    assert hue_of("red") == pytest.approx(29.23, abs=0.01)
    assert math.isnan(hue_of("black") or 0)


def _srgb(lightness: float, chroma: float, hue: float) -> list[float]:
    """https://www.w3.org/TR/css-color-4/#color-conversion-code, out-of-gamut channels clipped."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    clipped = [min(1.0, max(0.0, channel)) for channel in linear]
    return [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in clipped]


def _contrast(one: list[float], other: list[float]) -> float:
    def luminance(color: list[float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
