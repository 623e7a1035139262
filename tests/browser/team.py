"""A site of five personas, and what a reader does with their list."""

from __future__ import annotations

from playwright.sync_api import Page

TEAM = """
== mkdocs.yml
site_name: Team
site_url: https://example.org/
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, persona-docs]
== docs/index.md
[All of them](personas/index.md)
== personas/api.md
---
name: api-smith
title: API smith
role: Builds interfaces
expertise: [Python, C++, diseño de interfaces]
triggers: [/api, "@backend"]
tools: [Read, Edit]
category: Build
model: opus
---
== personas/net.md
---
name: net-hand
title: Net hand
role: Knows the network and the API of old
expertise: [.NET, C#, Observability]
triggers: [/deploy]
tools: [Read, Bash]
category: Run
model: haiku
---
== personas/paint.md
---
name: painter
title: Painter
role: '=HYPERLINK("//evil")'
expertise: [Python, Colour, "a|b"]
triggers: [/paint]
tools: [Edit]
category: Build
---
== personas/rapid.md
---
name: rapid
title: Rapid
role: Answers before you asked
expertise: [Observability]
category: Run
model: opus
---
== personas/zen.md
---
name: zen
title: Zen
role: Says nothing
---
"""


def names(page: Page) -> list[str]:
    return page.locator(".persona-card:visible .persona-card__name a").all_inner_texts()


def search(page: Page, text: str) -> None:
    page.locator(".persona-bar__q").fill(text)
