"""Which personas a directive or an address means."""

from __future__ import annotations

import pytest

from persona_docs.pages.select import FACETS, FIELDS, fields, select
from tests.builders import persona

DEV = persona(
    "Dev", expertise=["Python", "Diseño"], tools=["Read", "Bash(git:*)"], category="Build", model="opus"
)
OPS = persona(
    "Ops", expertise=["Bash"], tools=["Grep"], category="Run", triggers=["/deploy", "@ops"], lang="es"
)
NONE = persona("Empty")
ALL = (DEV, OPS, NONE)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["Dev", "Ops", "Empty"]),
        ({"expertise": ["python"]}, ["Dev"]),
        ({"expertise": ["diseno"]}, ["Dev"]),
        ({"expertise": ["python", "bash"]}, ["Dev", "Ops"]),
        ({"expertise": ["python"], "category": ["run"]}, []),
        ({"tool": ["bash"]}, ["Dev"]),
        ({"tool": ["search"]}, ["Ops"]),
        ({"group": ["execute"]}, ["Dev"]),
        ({"trigger": ["/deploy"]}, ["Ops"]),
        ({"trigger": ["deploy"]}, []),
        ({"lang": ["ES"]}, ["Ops"]),
        ({"name": ["EMPTY"]}, ["Empty"]),
        ({"model": []}, []),
    ],
)
def test_values_of_one_field_widen_and_fields_narrow(filters, found):
    assert [each.name.value for each in select(ALL, filters)] == found


def test_an_unknown_field_is_named_beside_the_known_ones():
    with pytest.raises(ValueError, match=r"'tol'.*name, expertise, tool"):
        select(ALL, {"tol": ["x"]})


def test_a_field_without_a_value_is_not_there():
    assert set(fields(NONE)) == {"name", "dialect"}


def test_every_facet_and_every_value_is_of_a_known_field():
    assert set(FACETS) < set(FIELDS)
    assert {name for each in ALL for name in fields(each)} <= set(FIELDS)
