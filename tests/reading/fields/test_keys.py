"""Keys: every spelling of a field finds it, and what no field takes stays as written."""

from __future__ import annotations

import pytest

from persona_docs.reading.front_matter.keys import ALIASES, normalise_key, sort_entries
from persona_docs.reading.front_matter.leaks import leaks
from persona_docs.reading.text.secrets import find_secrets, is_secret
from tests.reading.written import mapping, s


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("expertise", "expertise"),
        ("Expertise", "expertise"),
        ("focus-areas", "expertise"),
        ("focusAreas", "expertise"),
        ("FOCUS_AREAS", "expertise"),
        ("Description", "description"),
        ("descripción", "description"),
        ("whenToUse", "activates_on"),
        ("when-to-use", "activates_on"),
        ("allowed-tools", "tools"),
        ("disallowedTools", "denied"),
        ("mcp-servers", "mcp_servers"),
        ("colour", "color"),
        ("applyTo", "file_patterns"),
        ("maxTurns", "settings"),
    ],
)
def test_every_spelling_finds_its_field(key, field):
    assert list(sort_entries(mapping(**{key: "x"})).fields) == [field]


def test_keys_inside_wrappers_mean_the_same():
    inner = mapping(agent=mapping(metadata=mapping(title="Architect"), persona=mapping(role="Draws")))
    found = sort_entries(inner).fields
    assert found["title"][0].key == "agent.metadata.title"
    assert found["role"][0].key == "agent.persona.role"


def test_agent_names_a_persona_or_wraps_one():
    assert list(sort_entries(mapping(agent="qa")).fields) == ["relations"]
    assert list(sort_entries(mapping(agent=mapping(name="qa"))).fields) == ["name"]


def test_the_more_telling_key_comes_first():
    found = sort_entries(mapping(slug="a", name="b")).fields["name"]
    assert [entry.key for entry in found] == ["name", "slug"]


def test_the_users_aliases_come_before_all():
    found = sort_entries(mapping(expertise="a", Wissensgebiete="b"), added={"expertise": ("wissensgebiete",)})
    assert [entry.key for entry in found.fields["expertise"]] == ["Wissensgebiete", "expertise"]


def test_a_dialect_may_keep_a_key_to_itself():
    assert sort_entries(mapping(mode="x"), own={"mode": ""}).rest[0].key == "mode"


def test_unknown_keys_stay_as_written():
    rest = sort_entries(mapping(Vibe="calm", hooks=mapping(preToolUse="lint"))).rest
    assert [entry.key for entry in rest] == ["Vibe", "hooks.preToolUse"]


def test_no_alias_stands_for_two_fields():
    aliases = [normalise_key(alias) for names in ALIASES.values() for alias in names]
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    "path", ["env", "env.port", "a.headers.x", "authorization", "github.apikey", "accesstoken", "db.password"]
)
def test_some_keys_hold_secrets_by_their_name(path):
    assert is_secret(path, "x")


@pytest.mark.parametrize(
    "path", ["maxtokens", "environments", "tokenbudget", "author", "passwordless", "keys"]
)
def test_others_only_look_so(path):
    assert not is_secret(path, "x")


def test_what_a_permission_says_of_a_command_is_no_secret():
    assert [is_secret("permission.bash.env", word) for word in ("allow", "deny", "hunter2")] == [
        False,
        False,
        True,
    ]


def test_a_yes_or_no_is_no_secret():
    assert not any(is_secret("handlessecrets", word) for word in ("true", "False", "yes", "no"))


def test_the_names_of_variables_that_are_needed_are_no_secrets():
    names = ["WEATHER_API_KEY", "HOME", "S3_KEY_2"]
    assert not any(is_secret(f"requires.{path}", name) for path in ("env", "env.name") for name in names)
    assert not any(is_secret("deploy.environment", stage) for stage in ("local", "Production", "dev"))
    assert is_secret("env.home", "HOME")  # what the variable holds
    assert is_secret("env", "WEATHER_API_KEY=hunter2")
    assert is_secret("env", "hunter2")


FAKE = {
    "GitHub token": "ghp_" + "a1B2" * 9,
    "AWS access key": "AKIA" + "QWERTYUI12345678",
    "Google API key": "AIza" + "Sy0_-" * 7,
    "Anthropic key": "sk-ant-" + "api03-" + "Zz9" * 10,
    "Slack token": "xoxb-" + "123456789012-abcdef",
    "private key": "-----BEGIN RSA PRIVATE KEY-----",
    "password in an address": "postgres://ada:hunter22@",
}


@pytest.mark.parametrize("kind", FAKE)
def test_what_looks_like_a_secret_is_found(kind):
    text = f"before {FAKE[kind]} after"
    assert [secret.kind for secret in find_secrets(text)] == [kind]


def test_a_web_token_without_a_signature_is_none():
    head, said = "eyJhbGciOiJIUzI1NiJ9", "eyJ1c2VyIjoicWE3MTkifQ"
    assert leaks(f"Authorization: Bearer {head}.{said}.signature") == ()
    assert leaks(f"Authorization: Bearer {head}.{said}.") == ()
    signed = f"Authorization: Bearer {head}.{said}.q7Zx9Lw2Vb4Nf8Kd1Tj6Rm3Yc5Ph0Gs_uEaOiQyXzW-"
    assert len(leaks(signed)) == 1


def test_prose_is_no_secret():
    text = "Never store an API key such as sk-… or ${TOKEN}; see http://example.org:8080/a@b, task-force-one."
    assert find_secrets(text) == ()
    assert find_secrets("") == ()


def test_searching_for_secrets_takes_time_in_proportion_to_the_text():
    almost = "eyJ" * 100_000 + " a://b:" * 100_000 + " -----BEGIN" * 50_000
    assert find_secrets(almost) == ()


def test_an_entry_knows_its_line():
    assert sort_entries(mapping(role=s("x", 7))).fields["role"][0].line == 7
