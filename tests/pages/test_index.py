"""The catalog's first page: everybody as a card, who is in conflict, and what scripts need to find them."""

from __future__ import annotations

import pytest

from persona_docs.model import Fact, Origin
from persona_docs.pages.index import cards, index_page
from persona_docs.pages.links import Links
from persona_docs.pages.page import Site
from persona_docs.pages.texts import texts
from tests.builders import catalog, persona
from tests.pages.reader import Reader, outline, read


def card(one, site=None):
    site = site or Site()
    made = catalog(one)
    return Reader(cards(made.personas, made, Links.of(site, "personas/index.md"), texts(site.lang)))


def data(reader):
    return next(attributes for attributes in reader.all("li") if "data-persona" in attributes)


def test_a_card_says_who_it_is_what_it_knows_what_calls_it_and_what_it_may_do():
    found = card(
        persona(
            "qa",
            title="Tester",
            role="Finds what breaks",
            expertise=["Python", "SQL"],
            triggers=["/test", "@qa"],
            tools=["Read", "Bash(git:*)"],
        )
    )
    assert found.words == "Tester Finds what breaks Python SQL /test @qa Read Execute"
    assert found.links == [("Tester", "qa/")]
    assert not found.open


def test_without_a_role_the_description_stands_there_and_is_not_repeated_for_scripts():
    found = card(persona("qa", description="Finds what breaks."))
    assert "Finds what breaks." in found.words
    assert "data-text" not in data(found)


def test_so_it_does_where_the_role_only_repeats_the_name():
    assert card(persona("qa", role="QA", description="Finds what breaks.")).words.startswith("qa Finds")


def test_with_a_role_the_description_can_still_be_searched():
    found = card(persona("qa", role="Tester", description="Finds what breaks."))
    assert data(found)["data-text"] == "Finds what breaks."


def test_a_persona_that_says_nothing_has_a_card_all_the_same():
    assert card(persona("qa")).words == "qa Inherits all tools"


@pytest.mark.parametrize(("number", "far"), [(1, False), (60, False), (61, True)])
def test_only_of_many_cards_those_far_away_wait_to_be_drawn(number, far):
    made = catalog(*(persona(f"one-{n}") for n in range(number)))
    found = Reader(cards(made.personas, made, Links.of(Site(), "personas/index.md"), texts("en")))
    assert ("persona-cards--many" in found.all("ul")[0]["class"].split()) == far


def test_what_a_card_does_not_show_stands_in_attributes_one_value_a_line():
    found = data(
        card(persona("qa", tools=["Read", "Bash(git:*)", "Bash(ls)"], model="opus", tags=["a|b", "c,d"]))
    )
    assert found["data-tool"] == "Read\nBash"
    assert found["data-group"] == "read\nexecute"
    assert found["data-model"] == "opus"
    assert found["data-tag"] == "a|b\nc,d"
    assert "data-expertise" not in found


def test_long_lists_are_folded_behind_their_number_and_a_lone_rest_is_not():
    folded = card(persona("qa", expertise=[f"t{n}" for n in range(7)]))
    assert "t3 +3 more t4 t5 t6" in folded.words
    whole = card(persona("qa", expertise=[f"t{n}" for n in range(5)]))
    assert "+1" not in whole.words


def test_derived_values_are_told_from_declared_ones():
    found = card(persona("qa", expertise=[Fact("Python"), Fact("Go", Origin.DERIVED, 7, "Skills")]))
    chips = [attributes.get("class") for attributes in found.all("li") if "data-persona" not in attributes]
    assert chips == [None, "persona-is-derived"]
    assert "(derived)" in found.words


def test_a_card_speaks_its_persona_s_language_and_its_labels_the_site_s():
    found = card(persona("qa", lang="ar", tools=["Read"]))
    assert data(found)["lang"] == "ar"
    assert {"class": "persona-card__foot", "lang": "en"} in found.all("div")
    assert "lang" not in data(card(persona("qa", lang="es"), Site(lang="es")))


def test_nothing_of_a_file_becomes_markup_or_style():
    bad = '"><script>alert(1)</script>'
    one = persona(
        bad,
        role=bad,
        expertise=[bad],
        triggers=[bad],
        model=bad,
        category=bad,
        color="red;background:url(//x)",
    )
    page = index_page(catalog(one), Site())
    found = read(page.parts)
    assert not found.all("script")
    assert not [attributes for _, attributes in found.tags if "style" in attributes]
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]


def test_the_page_counts_links_and_offers_the_ways_in():
    page = index_page(catalog(persona("a"), persona("b")), Site(path="team"))
    assert page.address == "team/index.md"
    assert outline(page.parts) == [(1, "persona-catalog", "Personas")]
    found = read(page.parts)
    assert "2 personas" in found.words
    assert ("Compare them all in one table", "compare/") in found.links
    assert [href for _, href in found.links[:3]] == ["triggers/", "tools/", "expertise/"]


def test_every_id_is_given_once():
    ids = read(index_page(catalog(persona("a"), persona("b")), Site()).parts).ids
    assert len(ids) == len(set(ids))


def test_an_empty_catalog_says_what_to_do():
    found = read(index_page(catalog(), Site()).parts)
    assert found.words.startswith("Personas There are no personas here yet.")
    assert not found.all("input")


def test_conflicts_are_named_with_their_files():
    twins = catalog(
        persona("QA", path="a.md", triggers=["/t"]), persona("Other", path="b.md", triggers=["/t"])
    )
    found = read(index_page(twins, Site()).parts)
    assert "1 conflict" in found.words
    assert "Several personas answer to “/t”: QA a.md, Other b.md – Compare them" in found.words
    assert ("Compare them", "compare/#persona-conflict-1") in found.links


def test_many_conflicts_are_folded_once_more():
    twins = [persona(f"P{n}", path=f"{n}.md", triggers=[f"/t{n % 8}"]) for n in range(16)]
    found = read(index_page(catalog(*twins), Site()).parts)
    assert "8 conflicts" in found.words
    assert "3 more" in found.words


def test_namesakes_are_told_apart_by_their_files_and_nobody_else_needs_one():
    every = catalog(persona("QA", path="x/a.md"), persona("qa", path="x/b.md"), persona("Dev", path="c.md"))
    words = Reader(cards(every.personas, every, Links.of(Site(), "personas/index.md"), texts("en"))).words
    assert "QA a.md" in words
    assert "qa b.md" in words
    assert "c.md" not in words


def test_namesakes_with_the_same_file_name_are_told_apart_by_their_folders():
    every = catalog(persona("QA", path="team/a/qa.md"), persona("QA", path="team/b/qa.md"))
    words = Reader(cards(every.personas, every, Links.of(Site(), "personas/index.md"), texts("en"))).words
    assert "QA a/qa.md" in words
    assert "QA b/qa.md" in words


def test_a_path_is_parted_between_lines_at_its_slashes():
    every = catalog(persona("QA", path="team/a/qa.md"), persona("QA", path="team/<b>/qa.md"))
    html = cards(every.personas, every, Links.of(Site(), "personas/index.md"), texts("en"))
    assert "a/<wbr>qa.md</p>" in html
    assert "&lt;b&gt;/<wbr>qa.md</p>" in html


def test_the_second_view_repeats_no_data():
    found = read(index_page(catalog(persona("a", tools=["Read"])), Site()).parts)
    row = next(attributes for attributes in found.all("tr") if "data-for" in attributes)
    assert not [name for name in row if name.startswith("data-") and name != "data-for"]


def test_only_facets_with_a_choice_are_offered():
    made = catalog(persona("a", model="opus", lang="en"), persona("b", expertise=["Go"], lang="en"))
    facets = [
        attributes["data-facet"]
        for attributes in read(index_page(made, Site()).parts).all("details")
        if "data-facet" in attributes
    ]
    assert facets == ["expertise", "model"]


def test_the_site_s_language_is_spoken():
    found = read(index_page(catalog(persona("a"), persona("b")), Site(lang="es")).parts)
    assert "2 personas" in found.words
    assert "Compáralas todas en una tabla" in found.words


def test_one_persona_is_compared_with_nobody():
    found = read(index_page(catalog(persona("a")), Site()).parts)
    assert "Compare them all" not in found.words
