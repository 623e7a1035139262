"""The Jinja environment that all pages are written with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from persona_docs.model import Fact
from persona_docs.pages.accents import accent_class, monogram
from persona_docs.pages.texts import Texts, texts

TEMPLATES = Path(__file__).parent / "templates"


class FillingError(ValueError):
    """A template cannot be filled; the message says which, where and why."""


_OVERRIDES: ContextVar[tuple[Path, ...]] = ContextVar("overrides", default=())


@contextmanager
def overridden(folders: tuple[Path, ...]) -> Iterator[None]:
    """Within, the templates in these folders replace ours of the same name."""
    token = _OVERRIDES.set(folders)
    try:
        yield
    finally:
        _OVERRIDES.reset(token)


@lru_cache(maxsize=8)
def environment(overrides: tuple[Path, ...] = (), lang: str = "") -> Environment:
    """Everything is escaped, a misspelt variable is an error, a user's template wins over ours.

    Args:
        overrides: folders whose templates replace those of the same name.
        lang: the language of `t` in templates that are imported without their context, and so made once.
    """
    env = Environment(
        loader=FileSystemLoader([*overrides, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=bool(overrides),  # ours do not change while they are used
    )
    env.globals["t"] = texts(lang)
    env.filters.update(accent=accent_class, monogram=monogram, derived_only=derived_only)
    return env


def render(template: str, /, t: Texts, **values: object) -> Markup:
    """A template filled; its texts are `t` in there.

    Only templates make markup here, and with everything escaped, so the result may be trusted as markup.

    Raises:
        FillingError: a user's template cannot be filled.
    """
    try:
        return Markup(environment(_OVERRIDES.get(), t.lang).get_template(template).render(t=t, **values))  # noqa: S704
    except TemplateError as error:
        places = [each for each in extract_tb(error.__traceback__) if each.filename.endswith(".html")]
        where = f"{places[-1].filename}:{places[-1].lineno}: " if places else ""
        raise FillingError(f"{where}{error}") from error


def lines(values: Sequence[object]) -> str:
    """Values for a `data-*` attribute, one a line: no value holds a line break, so none is quoted."""
    return "\n".join(" ".join(str(value).split()) for value in values)


def derived_only(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that were found in the text."""
    return [fact for fact in facts if fact.derived]
