"""What the maintainer should fix, worst first."""

from __future__ import annotations

from dataclasses import replace

from persona_docs.catalog import build_catalog
from persona_docs.codes import CODES, finding
from persona_docs.model import Catalog, Severity
from persona_docs.options import Options
from persona_docs.pages.health import health_page, kinds
from persona_docs.pages.page import Site
from tests.builders import persona
from tests.pages.reader import outline, read, section


def test_nothing_to_fix_is_said_kindly():
    page = health_page(Catalog(personas=(persona("x", slug="x"),)), Site())
    assert read(page.parts).words == "Health Nothing to fix. 1 persona, and no finding."


def test_the_worst_come_first_then_the_most_frequent():
    found = [
        finding("unknown-color", "c", "a.md"),
        finding("missing-name", "n", "a.md"),
        finding("missing-description", "d", "a.md"),
        finding("missing-description", "d", "b.md"),
        finding("secret", "s", "a.md"),
    ]
    assert [kind.code.name for kind in kinds(found)] == [
        "secret",
        "missing-description",
        "missing-name",
        "unknown-color",
    ]
    assert [kind.severity for kind in kinds(found)] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.WARNING,
        Severity.INFO,
    ]


def test_each_finding_has_its_place_message_and_fix():
    dev = persona("dev", slug="dev", path="a/dev.md")
    one = finding("secret", "“sk-…” looks like a key", "a/dev.md", 3, 7, fix="Revoke it.", persona="a/dev.md")
    site = Site(view_url=lambda path: f"https://example.org/{path}")
    page = health_page(Catalog(personas=(dev,), findings=(one,)), site)
    secret = section(page.parts, "health-secret")
    assert "Error secret" in secret.words
    assert CODES["secret"].why in secret.words
    assert "a/dev.md:3:7 dev “sk-…” looks like a key Revoke it." in secret.words
    assert secret.links == [("a/dev.md:3:7", "https://example.org/a/dev.md#L3"), ("dev", "../dev/")]


def test_totals_count_every_code():
    found = tuple(finding("missing-name", "n", f"{n}.md") for n in range(3))
    words = read(health_page(Catalog(findings=found), Site()).parts).words
    assert "3 warnings in 3 files" in words
    assert "There is no name missing-name 3" in words.replace("\n", " ")


def test_conflicts_name_everybody_and_where():
    catalog = build_catalog([persona("a", triggers=["/dev"]), persona("b", triggers=["/dev"])], (), Options())
    conflicts = section(health_page(catalog, Site()).parts, "health-conflicts")
    assert "Several personas answer to “/dev”" in conflicts.words
    assert ("a", "../a/") in conflicts.links


def test_conflicts_stand_between_errors_and_what_is_milder():
    people = [persona("a", triggers=["/dev"]), persona("b", triggers=["/dev"])]
    found = [finding("secret", "s", "a.md"), finding("missing-name", "n", "a.md")]
    page = health_page(build_catalog(people, found, Options()), Site())
    anchors = [anchor for _, anchor, *_ in outline(page.parts)]
    order = ["health-secret", "health-conflicts", "health-missing-name"]
    assert [anchor for anchor in anchors if anchor in order] == order


def test_of_many_conflicts_the_first_stand_open():
    calls = [f"/call-{n:02}" for n in range(60)]
    catalog = build_catalog([persona("a", triggers=calls), persona("b", triggers=calls)], (), Options())
    conflicts = section(health_page(catalog, Site()).parts, "health-conflicts")
    first, _, rest = conflicts.words.partition("10 more")
    assert "/call-49" in first
    assert "/call-50" in rest


def test_thousands_of_findings_are_folded_and_none_is_lost():
    found = tuple(finding("missing-name", f"number {n}.", f"{n}.md") for n in range(1_000))
    missing = section(health_page(Catalog(findings=found), Site()).parts, "health-missing-name")
    assert "950 more" in missing.words
    assert "number 999." in missing.words


def test_messages_are_text():
    one = finding("missing-name", "<script>x</script>", "<b>.md", fix="<i>")
    page = read(health_page(Catalog(findings=(one,)), Site()).parts)
    assert "<script>x</script>" in page.words
    assert not page.all("script")
    assert not page.all("i")


def test_headings_are_what_is_wrong():
    found = (finding("missing-name", "n", "a.md"),)
    assert outline(health_page(Catalog(findings=found), Site()).parts) == [
        (1, "persona-health", "Health"),
        (2, "health-missing-name", CODES["missing-name"].summary),
    ]


def test_milder_cases_of_what_stands_above_have_a_heading_that_says_so():
    worse, milder = finding("front-matter", "m", "a.md"), finding("front-matter", "n", "b.md")
    found = (worse, replace(milder, severity=Severity.INFO))
    summary = CODES["front-matter"].summary
    assert outline(health_page(Catalog(findings=found), Site(lang="es")).parts)[1:] == [
        (2, "health-front-matter", summary),
        (2, "health-front-matter-info", f"{summary} (Nota)"),
    ]
