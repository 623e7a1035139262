"""The plugin's options, as `mkdocs.yml` spells them."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from persona_docs.options import Limits, Options

_LEVELS = ("ignore", "info", "warning", "error")
_DEFAULT = Limits()


class LimitsConfig(Config):
    """Bounds that keep one bad file from costing more than a finding. Sizes in bytes."""

    file_size = c.Type(int, default=_DEFAULT.file_size)
    """The largest file that is read."""

    front_matter_size = c.Type(int, default=_DEFAULT.front_matter_size)
    """The largest front matter."""

    depth = c.Type(int, default=_DEFAULT.depth)
    """How deep values may be nested in a front matter."""

    nodes = c.Type(int, default=_DEFAULT.nodes)
    """How many values a front matter may hold."""

    items = c.Type(int, default=_DEFAULT.items)
    """How many items a list may hold."""

    scalar = c.Type(int, default=_DEFAULT.scalar)
    """The longest single value."""

    line = c.Type(int, default=_DEFAULT.line)
    """The longest line of a body, in characters."""

    seconds = c.Type((int, float), default=_DEFAULT.seconds)
    """How long rendering one body may take."""

    html_size = c.Type(int, default=_DEFAULT.html_size)
    """The largest page that a body may become."""

    slug = c.Type(int, default=_DEFAULT.slug)
    """The longest slug."""

    personas = c.Type(int, default=_DEFAULT.personas)
    """How many personas a catalog may hold."""


class PersonaDocsConfig(Config):
    """The plugin's options."""

    sources = c.ListOfItems(c.Type(str), default=list(Options().sources))
    """Files, folders or globs, relative to `mkdocs.yml`; dot folders such as `.claude/agents` are fine."""

    path = c.Type(str, default=Options().path)
    """Where in the site the catalog lives."""

    findings = c.DictOfItems(c.Choice(_LEVELS), default={})
    """Level per finding code: `ignore`, `info`, `warning` or `error`."""

    aliases = c.DictOfItems(c.ListOfItems(c.Type(str)), default={})
    """More front matter keys per field, beside the ones that are known: `{expertise: [fachgebiete]}`."""

    mermaid = c.Type(bool, default=Options().mermaid)
    """Whether Mermaid fences become diagrams; only for a site that ships its own copy of Mermaid."""

    image_hosts = c.ListOfItems(c.Type(str), default=[])
    """Hosts whose images may be shown; images elsewhere become links."""

    limits = c.SubConfig(LimitsConfig)
    """Bounds on what one file, and the whole catalog, may cost."""


def options(config: PersonaDocsConfig) -> Options:
    """The options, in the shape that the rest of the project knows."""
    return Options(
        sources=tuple(config.sources),
        path=config.path.strip("/"),
        findings=dict(config.findings),
        aliases={field: tuple(names) for field, names in config.aliases.items()},
        mermaid=config.mermaid,
        image_hosts=tuple(config.image_hosts),
        limits=Limits(**dict(config.limits)),
    )
