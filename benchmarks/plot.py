"""A plot of times by the number of files, on logarithmic scales: what grows linearly is a straight line."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from html import escape
from itertools import cycle

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _RIGHT, _TOP = 760, 400, 56, 44, 250, 16
_COLORS = (
    *("#8a8f98", "#3f6fd8", "#2f9e6e", "#7db8a0", "#c2571a", "#d99a5b", "#e0b98c", "#9b59b6", "#b48ad0"),
    *("#c0487a", "#d98aac", "#3aa0b8"),
)
_SECONDS = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


def plot(times: Mapping[str, Mapping[int, float]]) -> str:
    """Seconds of processor time by size for each name, as SVG that is readable on light and dark."""
    sizes = sorted({size for points in times.values() for size in points})
    seconds = [figure for points in times.values() for figure in points.values()]
    across = _scale(sizes[0], sizes[-1], _LEFT, _WIDTH - _RIGHT)
    up = _scale(min(seconds) * 0.9, max(seconds) * 1.1, _HEIGHT - _BOTTOM, _TOP)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13" fill="#7d828c">',
        "<title>Seconds of processor time to build a site, by the number of files</title>",
    ]
    for size in sizes:
        lines.append(_text(across(size), _HEIGHT - _BOTTOM + 20, f"{size:,}", "middle"))
    for figure in (one for one in _SECONDS if min(seconds) * 0.9 <= one <= max(seconds) * 1.1):
        y = up(figure)
        ends = f'x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
        lines.append(f'<line {ends} stroke="#7d828c" opacity="0.25"/>')
        lines.append(_text(_LEFT - 8, y + 4, f"{figure:g} s", "end"))
    lines.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 6, "files", "middle"))
    labels: list[float] = []
    last_first = sorted(times.items(), key=lambda each: -each[1].get(sizes[-1], 0))
    for (name, points), color in zip(last_first, cycle(_COLORS), strict=False):
        path = " ".join(f"{across(size):.1f},{up(figure):.1f}" for size, figure in sorted(points.items()))
        lines.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2.5"/>')
        end = up(points[max(points)]) + 4
        end = max(end, labels[-1] + 17) if labels else end
        labels.append(end)
        lines.append(_text(_WIDTH - _RIGHT + 8, end, name, "start", color))
    return "\n".join([*lines, "</svg>", ""])


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    width = math.log(high / low) or 1

    def place(value: float) -> float:
        return start + (end - start) * math.log(value / low) / width

    return place


def _text(x: float, y: float, text: str, anchor: str, color: str = "") -> str:
    fill = f' fill="{color}"' if color else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{fill}>{escape(text)}</text>'
