"""`python -m persona_docs` is `persona-docs`."""

from __future__ import annotations

from persona_docs.cli import main

if __name__ == "__main__":
    main(prog_name="persona-docs")
