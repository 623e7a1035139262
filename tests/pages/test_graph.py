"""The drawing of a persona's relations: who stands where, and how much of it there is."""

from __future__ import annotations

import re

from persona_docs.model import Relation, RelationKind
from persona_docs.pages.graph import MOST, draw
from tests.builders import persona
from tests.pages.test_persona import parts_of


def drawing(*personas):
    """The drawing on the first persona's page: who is written in it, and which lines are broken."""
    (svg,) = re.findall(r'<svg class="persona-graph".*?\n</svg>', str(html_of(*personas)), re.DOTALL)
    names = re.findall(r'<a class="persona-chip" tabindex="-1" href="([^"]+)" dir="auto">([^<]*)</a>', svg)
    return svg, names, ["stroke-dasharray" in line for line in re.findall(r"<line .*?>", svg)]


def html_of(*personas):
    return "".join(part.html for part in parts_of(*personas))


def test_who_names_it_stands_left_and_whom_it_names_right_of_it():
    dev = persona("dev", relations=["qa", Relation("ops", kind=RelationKind.MENTIONED)])
    qa, ops = persona("qa", relations=["dev"]), persona("ops")
    svg, names, loose = drawing(dev, qa, ops)
    assert 'aria-hidden="true"' in svg  # the list below says the same
    assert names == [("../qa/", "qa →"), ("../qa/", "→ qa"), ("../ops/", "→ ops")]
    assert loose == [False, False, True]


def test_nothing_is_drawn_where_nobody_is_named():
    assert draw([], []) is None
    assert "<svg" not in html_of(persona("alone", relations=["nobody-here"]))


def test_a_crowd_ends_in_a_number_and_nothing_leaves_the_drawing():
    crowd = [(persona(f"p{n}"), False) for n in range(30)]
    graph = draw(crowd, crowd[:3])
    by, named = graph.sides
    assert [node.more for node in named.nodes] == [0] * MOST + [30 - MOST]
    assert all(
        node.y >= 0 and node.y + node.height <= graph.height for side in graph.sides for node in side.nodes
    )
    assert by.x + by.width <= by.hub <= graph.hub <= named.hub <= named.x
    assert named.x + named.width <= 100


def test_one_more_than_fits_is_no_number():
    (side,) = draw([(persona(f"p{n}"), False) for n in range(MOST + 1)], []).sides
    assert [node.more for node in side.nodes] == [0] * (MOST + 1)


def test_a_name_is_text_whatever_it_holds():
    evil = persona("evil", title="<script>x</script>")
    _, names, _ = drawing(persona("dev", relations=["evil"]), evil)
    assert names == [("../evil/", "→ &lt;script&gt;x&lt;/script&gt;")]
