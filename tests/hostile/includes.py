"""Syntax by which other tools read files or run code: shown as it is written, and told."""

from __future__ import annotations

from tests.hostile.case import INFO, WARNING, Case, body

_CODE = "inclusion"
_FAR = "//collector.invalid"

CASES: tuple[Case, ...] = (
    body(
        "snippet of an absolute path",
        '--8<-- "/etc/hostname"',
        WARNING,
        _CODE,
        shows='--8<-- "/etc/hostname"',
        line=7,
    ),
    body("snippet outside", '--8<-- "../../secrets.txt"', WARNING, _CODE, shows='--8<-- "../../secrets.txt"'),
    body(
        "snippet of the project's secrets",
        '--8<-- ".env"\n--8<-- ".git/config"\n--8<-- "mkdocs.yml"',
        WARNING,
        _CODE,
        shows=('".env"', '".git/config"'),
        lacks="site_name",
    ),
    body("block of snippets", "--8<--\n.env\nmkdocs.yml\n--8<--", WARNING, _CODE, shows=".env"),
    body("snippet in scissors", '-8<- "mkdocs.yml"\n;--8<-- "x"', WARNING, _CODE, shows='-8<- "mkdocs.yml"'),
    body(
        "snippet of a folder whose name begins alike",
        '--8<-- "../personas-private/x.md"',
        WARNING,
        _CODE,
        shows="personas-private",
    ),
    body(
        "snippet from an address",
        f'--8<-- "http:{_FAR}/a"\n--8<-- "http://169.254.169.254/"',
        WARNING,
        _CODE,
        shows="169.254.169.254",
    ),
    body(
        "snippet in a code block", '```\n--8<-- "mkdocs.yml"\n```', INFO, _CODE, shows='--8<-- "mkdocs.yml"'
    ),
    body("snippet that does not exist", '--8<-- "nowhere.md"', INFO, _CODE, shows="nowhere.md"),
    body(
        "picture of a local file",
        "![x](file:///etc/hostname)\n\n![y](/etc/hostname)",
        WARNING,
        "unsafe-link broken-link",
    ),
    body(
        "Jinja that reads",
        "{{ config.site_dir }} {% include 'mkdocs.yml' %} {{ ''.__class__.__mro__ }}",
        WARNING,
        _CODE,
        shows=("{{ config.site_dir }}", "{% include 'mkdocs.yml' %}"),
    ),
    body(
        "Jinja of macros",
        "{{ read_file('x') }} {{ macros_info() }} {% import 'x' as y %}",
        WARNING,
        _CODE,
        shows="{{ macros_info() }}",
    ),
    body("Jinja without an end", "{{ never {% closed {# here", shows="{{ never {% closed {# here"),
    body("Jinja that never ends", "{% for a in range(999999999) %}x{% endfor %}", shows="range(999999999)"),
    body(
        "placeholders of prompts",
        "Hello {{ user_name }}, {{#if x}}y{{/if}} $ARGUMENTS {input} ${HOME}",
        most=INFO,
        shows=("{{ user_name }}", "{{#if x}}y{{/if}}", "$ARGUMENTS", "{input}", "${HOME}"),
    ),
    body(
        "short codes of emoji",
        ":material-account: :fontawesome-brands-x: :../../etc:",
        shows=":material-account:",
    ),
    body(
        "block of mkdocstrings",
        "::: os.environ\n    options:\n      show_source: true",
        INFO,
        _CODE,
        shows="::: os.environ",
    ),
    body(
        "syntaxes of include plugins",
        "{% include-markdown 'mkdocs.yml' %}\n\n{!mkdocs.yml!}\n\n!!!include(mkdocs.yml)!!!"
        "\n\n@@include mkdocs.yml\n\n[[include:mkdocs.yml]]",
        WARNING,
        _CODE,
        shows=("{!mkdocs.yml!}", "include-markdown"),
        lacks="site_name",
    ),
    body(
        "fence that runs",
        '```python exec="on"\nprint("ran")\n```',
        WARNING,
        _CODE,
        shows='print("ran")',
    ),
    body("fence that runs, said by a number", '```bash exec="1" source="above"\nid\n```', WARNING, _CODE),
    body(
        "imports of Claude",
        "See @docs/guide.md and @~/.claude/notes.md for more.\n\nNow: !`git status`",
        INFO,
        _CODE,
        shows=("@docs/guide.md", "git status"),
        most=INFO,
    ),
    body(
        "people and packages",
        "Ask @alice or write to a@b.org; use @angular/core. Oh!`x`",
        most=INFO,
        shows="@alice",
    ),
    body(
        "link out of the project",
        "[up](../../../etc/passwd) and [gone](missing.md)",
        WARNING,
        "broken-link",
        line=7,
        shows=("up", "gone"),
    ),
    body(
        "assets fetched at build time",
        '![a](http://127.0.0.1:1/a.png) <img src="http://169.254.169.254/x">',
        WARNING,
        "remote-image",
    ),
)
