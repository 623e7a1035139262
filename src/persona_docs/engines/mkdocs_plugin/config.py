"""The plugin's options, as `mkdocs.yml` spells them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from persona_docs.option_values import LEVELS, options_from
from persona_docs.options import Limits, OptionError, Options
from persona_docs.reading.settings import troubles

_DEFAULT = Limits()


class LimitsConfig(Config):  # type: ignore[no-untyped-call]
    """Bounds that keep one bad file from costing more than a finding."""

    file_size = c.Type(int, default=_DEFAULT.file_size)
    """The largest file that is read, in bytes."""

    front_matter_size = c.Type(int, default=_DEFAULT.front_matter_size)
    """The largest front matter, in characters."""

    depth = c.Type(int, default=_DEFAULT.depth)
    """How deep values may be nested in a front matter."""

    nodes = c.Type(int, default=_DEFAULT.nodes)
    """How many values a front matter may hold."""

    items_ = c.Type(
        int, default=_DEFAULT.items
    )  # MkDocs drops the underscore: a mapping has a method items()
    """How many items a list may hold."""

    scalar = c.Type(int, default=_DEFAULT.scalar)
    """The longest single value, in characters."""

    line = c.Type(int, default=_DEFAULT.line)
    """The longest line of a body, in characters."""

    seconds = c.Type((int, float), default=_DEFAULT.seconds)
    """How many seconds rendering one body may take."""

    html_size = c.Type(int, default=_DEFAULT.html_size)
    """The largest page that a body may become, in characters."""

    slug = c.Type(int, default=_DEFAULT.slug)
    """The longest slug, in bytes; of a longer one the end becomes a hash."""

    personas = c.Type(int, default=_DEFAULT.personas)
    """How many files are read, and how many personas of one file."""


class PersonaDocsConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    sources = c.ListOfItems(c.Type((str, dict)), default=list(Options().sources))
    """Files, folders or globs, relative to `mkdocs.yml`; dot folders such as `.claude/agents` are fine.

    The dialect of each file is told by its path and its shape. Where that goes wrong, say it:
    `{path: team/prompts, dialect: claude-agent}`.

    Of a folder everything is read, but for forms of documents: Markdown of no product in a `templates`
    folder, or called so, whose title is yet to be filled in (`# Report: {{topic}}`). Where the folder is a
    whole project (`.`) its notes are left out, too: Markdown that says of nobody who it is.
    """

    path = c.Type(str, default=Options().path)
    """Where in the site the catalog lives. With `""` it is the whole site, and its index is the home page
    unless there is an `index.md` of yours.
    """

    findings = c.DictOfItems(c.Choice(LEVELS), default={})
    """Level per finding code: `ignore`, `info`, `warning` or `error`."""

    aliases = c.DictOfItems(c.ListOfItems(c.Type(str)), default={})
    """More front matter keys per field, beside the ones that are known: `{expertise: [wissensgebiete]}`."""

    mermaid = c.Type(bool, default=Options().mermaid)
    """Whether Mermaid fences become diagrams; only for a site that ships its own copy of Mermaid."""

    image_hosts = c.ListOfItems(c.Type(str), default=[])
    """Hosts whose images may be shown; images elsewhere become links."""

    limits = c.SubConfig(LimitsConfig)
    """Bounds on what one file, and the whole catalog, may cost."""


def options(config: PersonaDocsConfig) -> Options:
    """The options, in the shape that the rest of the project knows.

    Raises:
        PluginError: another plugin has changed one to what it cannot hold.
    """
    try:
        return options_from(config)
    except OptionError as error:
        raise PluginError(f"persona-docs: {error}") from error


def refuse_impossible(chosen: Options, config: MkDocsConfig) -> None:
    """Say what is wrong with settings that no catalog can be made with.

    Raises:
        PluginError: with what to change.
    """
    if troubles := list(_troubles(chosen, config)):
        raise PluginError("persona-docs: " + "\npersona-docs: ".join(troubles))


def _troubles(chosen: Options, config: MkDocsConfig) -> Iterator[str]:
    yield from troubles(chosen)
    if chosen.path.split("/")[0] == "templates":
        yield f"path: MkDocs leaves out what lies below templates/, so “{chosen.path}” would vanish"
    for name, plugin in config.plugins.items():
        if type(plugin).__module__.startswith("mkdocs_static_i18n"):
            yield (
                f"the plugin {name!r} (mkdocs-static-i18n) crashes on pages that are no files; "
                "write the catalog's pages as files, with `persona-docs pages`, in place of this plugin"
            )
