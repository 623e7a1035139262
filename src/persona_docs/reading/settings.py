"""Settings that nothing can be read with."""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.options import Options, SourceEntry, instead
from persona_docs.reading.dialects import NAMES
from persona_docs.reading.front_matter.keys import ALIASES
from persona_docs.reading.markdown.targets import host_of


def troubles(options: Options) -> Iterator[str]:
    """What is wrong with the options, a sentence each: no sources, and what does not exist."""
    if not options.sources:
        yield "sources is empty; name at least one file, folder or glob that holds personas"
    for entry in options.sources:
        if isinstance(entry, SourceEntry) and entry.dialect not in NAMES:
            yield f"sources: there is no dialect “{entry.dialect}”; {instead(entry.dialect, NAMES)}"
    for field in options.aliases:
        if field not in ALIASES:
            yield f"aliases: there is no field “{field}”; {instead(field, ALIASES)}"
    for host in options.image_hosts:
        name = host_of(f"//{host.strip()}")
        if "*" in host or name != host.strip().lower():
            meant = (host_of(host) or name).lstrip("*.") or "img.example.org"
            yield f"image_hosts: “{host}” is no host; write one such as “{meant}”"
