"""The catalog that every engine builds: small, with all that a body can hold."""

from __future__ import annotations

BODY = """\
Ask [QA](qa.md) or see [the rules](https://example.org/rules "Rules").
1. First
   - nested
2. Second

- [ ] Look **twice**
- [x] Say so
  - [ ] kindly

| Trigger | Does |
|:--|--:|
| `/go` | 1 |

```python
def go(x: int) -> str:
    return f"{x}"  # {{ x }} {% y %}
```

> [!WARNING]
> Never on a Friday.[^1]

~~old~~ <kbd>Ctrl</kbd> <script>alert(1)</script> <a href="x.md" onclick="y()">z</a> {{ 7 * 7 }}
--8<-- "mkdocs.yml"

### A heading with `code` & more

Term :smile: *[HTML]: none, ==marked==, H~2~O, C++ "quoted" -- (c)

[^1]: Or before a holiday.
"""

CATALOG = {
    "personas/backend.md": f"""---
name: backend
description: Builds services and keeps them running.
tools: [Read, Bash]
---
# Backend

{BODY}""",
    "personas/qa.md": """---
name: qa
description: Looks for what is wrong.
tools: [Read]
---
- [ ] Look
""",
    "docs/index.md": "# Home\n\n/// persona-table\n    tool: Bash\n    columns: [tools]\n///\n",
    "docs/deep/guide.md": "# Guide\n\nHello.\n\n/// persona-cards\n///\n",
}
