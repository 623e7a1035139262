"""Rules over what a persona leads to."""

from __future__ import annotations

from persona_docs.checks import references, wording
from persona_docs.folding import nearest
from persona_docs.model import Body, BodyLink
from tests.checks.told import said, whole


def test_unknown_skills_are_told_where_there_are_skills_at_all():
    user = whole("dev", skills=["review", "Writting", "plugin:review"])
    skill = whole("review", path="skills/review/SKILL.md")
    writing = whole("writing", path="skills/writing/SKILL.md")
    assert said("unknown-skill", user) == []
    assert said("unknown-skill", user, skill, writing) == [
        ("dev.md", "There is no skill “Writting”; did you mean “writing”?")
    ]


def test_no_skill_is_told_that_it_means_itself():
    pilot = whole("sea-pilot", path="skills/sea-pilot/SKILL.md", skills=["sea-pilots", "sea-pilot"])
    assert said("unknown-skill", pilot) == [(pilot.id, "There is no skill “sea-pilots”")]


def test_many_skills_without_the_same_one_are_compared_with_it_once(monkeypatch):
    compared = []

    def counted(word, known, cutoff):
        compared.extend(known)
        return nearest(word, known, cutoff)

    for module in (references, wording):
        monkeypatch.setattr(module, "nearest", counted)
    crew = [whole(f"pilot-{n}", path=f"skills/pilot-{n}/SKILL.md", skills=["pilots"]) for n in range(40)]
    assert len(said("unknown-skill", *crew)) == 40
    assert len(compared) < 4 * 40


def test_links_to_files_that_are_not_there(tmp_path):
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "a b.md").touch()
    targets = [
        "a%20b.md#x", "/team/a%20b.md", "../team", "gone.md", "img/gone.png", "#only", "https://x.org/gone.md",
        "mailto:a@b.org", "{path}.md", "<file>.md", "url", "../../outside.md", "http://[", "a\x00.md",
        "x" * 300 + ".md",
    ]  # fmt: skip
    links = tuple(BodyLink(target, "text", line) for line, target in enumerate(targets, 1))
    found = said(
        "broken-link", whole("dev", path="team/dev.md", body=Body("text", links=links)), root=tmp_path
    )
    assert [place for place, _ in found] == [f"team/dev.md:{line}" for line in (4, 5, 12, 14, 15)]
    assert found[0][1] == "“gone.md” leads to no file"
    assert found[2][1] == "“../../outside.md” leads out of the project"
