"""Catalogs to export: a small one that has everything, and whatever a test writes down."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.exports.given import Given
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.reading import read
from persona_docs.repository import History, Moments
from tests.tree import Files, write_tree

SMALL = """
== personas/backend.md
---
name: backend
title: Backend engineer
description: Builds APIs, e.g. `GET /users`. Use when <b>something</b> is slow.
role: Cares for | what nobody sees
category: Engineering
expertise: [Python, "C++ [fast]"]
triggers: [/api, "@backend"]
tools: [Read, "Bash(git:*)"]
model: opus
owner: team-a
---
# Backend engineer

See [QA](qa.md#tests-first), [the notes](../notes.md), [above](#backend-engineer), [[Home]] and {{ include }}.

> [!WARNING]
> Never drop a table.

1. First
   - nested
2. Second: `a|b`

| Sign | Means |
|:-----|------:|
| `a\\|b` | x <br> y |

```mermaid
graph LR
```

<details><summary>More</summary>

Press <kbd>Ctrl</kbd> + C. $5 and $6.

</details>

<example>
user: hi
</example>

### Checklist

- [ ] It works
  - [x] It is fast
- [ ] It is said why[^1]

[^1]: In the log.
== personas/qa.md
---
name: qa
description: Prueba lo que otros rompen
lang: es
icon: 🔎
handoffs: [backend, nobody]
---
## Tests first

Acceptance criteria:

- ☐ Se puede leer
- ☑ Se puede probar
"""
"""Two personas that have nearly everything a page can have."""

HISTORY = History(
    {
        "personas/backend.md": Moments(
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2026, 5, 6, tzinfo=UTC)
        ),
        "personas/qa.md": Moments(datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 2, 3, tzinfo=UTC)),
    }
)
"""When they came, and changed."""


def catalog(root: Path, files: Files | str = SMALL, *sources: str, lang: str = "en") -> Given:
    """What there is to export in a tree of files, as if it lay in a repository."""
    options = Options(sources=sources or ("personas",))
    reading = read(options, write_tree(root, files))
    return Given(
        build_catalog(reading.personas, reading.findings, options, root),
        Site(lang=lang, view_url=lambda path: f"https://git.example/it/blob/main/{path}"),
        name="Team",
        url="https://example.org/",
        history=HISTORY,
    )
