"""Personas side by side."""

from __future__ import annotations

from itertools import permutations

from persona_docs.model import Catalog
from persona_docs.options import Limits
from tests.builders import catalog, persona


def test_personas_come_in_path_order_whatever_order_they_were_read_in():
    personas = [persona(name) for name in ("c", "a", "b")]
    made = [catalog(*order) for order in permutations(personas)]
    assert [each.id for each in made[0].personas] == ["a.md", "b.md", "c.md"]
    assert all(each == made[0] for each in made)


def test_an_empty_catalog_is_one():
    assert catalog() == Catalog()


def test_the_limit_of_an_address_is_an_option():
    made = catalog(persona("a" * 50, path="x.md"), limits=Limits(slug=10))
    assert made.personas[0].slug.startswith("aaaaaaaaaa-")
