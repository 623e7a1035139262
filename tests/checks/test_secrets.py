"""The rule over secrets."""

from __future__ import annotations

import pytest

from persona_docs.model import Source
from persona_docs.reading.front_matter.leaks import mask
from tests.checks.told import findings, said, whole


def token(*parts: str) -> str:
    """A made-up secret, put together here so that no scanner takes this file for a leak."""
    return "".join(parts)


SIGNS = "q7ZtW2mKx9RbV4nLpJ8sHd3FgY6cTe5UaXw1vB0"
SECRETS = {
    "aws": token("AK", "IA", "Z7QPLM3XN2RT8VYW"),
    "github": token("gh", "p_", SIGNS[:36]),
    "anthropic": token("sk-", "ant-api03-", SIGNS),
    "openai": token("sk-", "proj-", SIGNS),
    "slack": token("xox", "b-", "2938471056-", SIGNS[:24]),
    "google": token("AI", "za", SIGNS[:35]),
    "stripe": token("sk_", "live_", SIGNS[:24]),
    "private key": token("-----BEGIN RSA PRIV", "ATE KEY-----\n", SIGNS * 2),
    "address": token("postgres://app:", "h7Kq92LmZx", "@db.intern/app"),
    "assigned": token("API_", "KEY=", SIGNS[:32]),
    "quoted": token('"client_se', 'cret": "', SIGNS[:30], '"'),
}
SAMPLES = [
    "AKIAIOSFODNN7EXAMPLE",
    "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "sk-your-api-key-goes-right-here",
    "xoxb-NEW-TOKEN-HERE",
    "sk-1234567890abcdef1234567890abcdef",
    "<YOUR_KEY>",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "api_key: ${OPENAI_API_KEY}",
    "API_KEY=process.env.OPENAI_API_KEY_2",
    "postgres://user:password@localhost/db",
    "token: string | undefined",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END",
    "password = get_password_from_vault(name)",
    "task-tracking-for-everyone",
    "Authorization: Bearer <token>",
    "secret: projects/acme/secrets/db-password-v2/versions/3",
]


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_is_told_with_its_place_and_never_shown(kind):
    text = f"# Notes\n\nUse {SECRETS[kind]} for now.\n"
    (only,) = findings(whole("a", source=Source("a.md", text=text, masked=mask(text))), code="secret")
    assert only.line == 3
    assert only.column >= 5
    assert SIGNS[:6] not in only.message
    assert "Z7QP" not in only.message


@pytest.mark.parametrize("text", SAMPLES)
def test_stand_ins_are_let_through(text):
    assert mask(f"Set it: {text}\n") == f"Set it: {text}\n"
    assert said("secret", whole("a", source=Source("a.md", text=f"Set it: {text}\n"))) == []


def test_a_file_of_many_personas_is_searched_once():
    text = f"x: {SECRETS['aws']}\n"
    source = Source("modes.yaml", text=text, masked=mask(text))
    assert len(said("secret", *(whole(n, id=f"modes.yaml#{n}", source=source) for n in ("aa", "bb")))) == 1
