"""Secrets: masked wherever they would be published, and told by kind and place."""

from __future__ import annotations

from tests.hostile.case import ERROR, INFO, Case, body, front, whole

# Made up, and put together here so that no scanner takes this file for a leak.
_AWS = "AKIA" + "QZ7WJ3PX5RT2LM8N"
_GITHUB = "ghp_" + "f3Kq9ZrT7bXw2LmV8sPd5HnJ4cGy6Q1aReUt"
_ANTHROPIC = "sk-ant-" + "api03-f3Kq9ZrT7bXw2LmV8sPd5HnJ4cGy"
_GOOGLE = "AIza" + "SyD3Kq9ZrT7bXw2LmV8sPd5HnJ4cGy6Q1aR"
_KEY = (
    "-----BEGIN RSA PRIVATE KEY-----\n"
    + "MIIEpQIBAAKCAQEA7v3Kq9ZrT7bXw2LmV8sPd5HnJ4cGy6Q1aReUtOiWzXcVbNmA\n" * 3
)
_ALL = (_AWS, _GITHUB, _ANTHROPIC, _GOOGLE)

CASES: tuple[Case, ...] = (
    *(
        body(
            f"key that begins with {secret[:4]}",
            f"Use {secret} for it.",
            ERROR,
            "secret",
            lacks=secret,
            line=7,
        )
        for secret in _ALL
    ),
    body(
        "key in a code block", f"```sh\nexport TOKEN={_GITHUB}\n```", ERROR, "secret", lacks=_GITHUB, line=8
    ),
    body(
        "key in a link", f"[api](https://example.org/?key={_GOOGLE})", ERROR, "secret", lacks=_GOOGLE, line=7
    ),
    body(
        "key in a heading and a task",
        f"## Use {_AWS}\n\n- [ ] rotate {_AWS}",
        ERROR,
        "secret",
        lacks=_AWS,
        line=7,
    ),
    body("private key", f"```\n{_KEY}-----END RSA PRIVATE KEY-----\n```", ERROR, "secret", lacks=_KEY[40:90]),
    body(
        "password in an address",
        "psql postgres://admin:Zr7Kq9xW2p@db.internal/x",
        ERROR,
        "secret",
        lacks="Zr7Kq9xW2p",
    ),
    body(
        "stand-ins of documentation",
        "AWS uses `AKIAIOSFODNN7EXAMPLE`; set sk-ant-your-key-here-xxxxxxxx, "
        "`ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`, `Bearer <token>`, password=changeme, "
        "https://user:password@example.org",
        most=INFO,
    ),
    front(
        "key in a description",
        f"description: Mows with {_GITHUB} lawns",
        ERROR,
        "secret",
        lacks=_GITHUB,
        line=2,
    ),
    front(
        "key of a server's settings",
        f"mcpServers:\n  git:\n    command: npx\n    args: [--token, {_GITHUB}]\n"
        f"    env: {{TOKEN: {_AWS}}}\n    headers: {{Authorization: Bearer {_ANTHROPIC}}}",
        ERROR,
        "secret",
        lacks=(_GITHUB, _AWS, _ANTHROPIC),
    ),
    front(
        "key where nobody looks",
        f"tags: [{_AWS}]\ntools: 'Bash({_GITHUB})'\nanything: {_GOOGLE}\nlicense: {_ANTHROPIC}",
        ERROR,
        "secret",
        lacks=_ALL,
    ),
    front(
        "values that say nothing of themselves",
        "env:\n  DB_PASSWORD: correct horse battery\n  PORT: '8125'\n"
        "headers:\n  X-Who: >-\n    hyacinth-17\n    and rose-18\n"
        "apiKey: hunter2hunter\nname: case-values",
        INFO,
        "secret",
        lacks=("correct horse", "8125", "hyacinth-17", "rose-18", "hunter2"),
        most=INFO,
    ),
    front(
        "stand-ins in settings", "env:\n  TOKEN: ${TOKEN}\n  KEY: <your-key>", most=INFO, shows=("${TOKEN}",)
    ),
    whole(
        "settings in JSON",
        '{"name": "json", "description": "Mows lawns.", "prompt": "Mow.",\n'
        '"mcpServers": {"git": {"command": "npx", "env": {"TOKEN": "hunter2hunter"}}}}\n',
        INFO,
        "secret",
        lacks="hunter2",
        path="personas/.kiro/agents/json.json",
    ),
    whole(
        "settings in TOML",
        'name = "toml"\ndescription = "Mows lawns."\ndeveloper_instructions = "Mow."\n'
        '[mcp_servers.git.env]\nTOKEN = "hunter2hunter"\n',
        INFO,
        "secret",
        lacks="hunter2",
        path="personas/.codex/agents/toml.toml",
    ),
)
