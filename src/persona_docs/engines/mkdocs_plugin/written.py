"""Living beside what `persona-docs pages` wrote, so that one folder serves two generators.

What a generator without plugins needs, the extension with its styles and scripts, may stay in the
configuration; the pages are made here all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from persona_docs.configuration import EXTENSIONS
from persona_docs.pages.page import Site

_DIRECTIVE = "\n/// persona-page | {}\n"


def drop_extension(config: MkDocsConfig) -> None:
    """Take the extension out of the configuration: there it reads the personas once more, by itself."""
    config.markdown_extensions[:] = [name for name in config.markdown_extensions if name not in EXTENSIONS]
    for name in EXTENSIONS:
        config.mdx_configs.pop(name, None)


def unlisted(wanted: Sequence[str], listed: Sequence[Any]) -> list[str]:
    """The styles or scripts that a configuration does not list already."""
    there = {str(each) for each in listed}
    return [each for each in wanted if each not in there]


def drop_pages(files: Files, site: Site) -> None:
    """Leave out the pages that are nothing but what we would put in their place."""
    for file in list(files.documentation_pages()):
        mine = file.abs_src_path and file.src_uri.startswith(site.at(""))
        if mine and _DIRECTIVE.format(file.src_uri) in file.content_string:
            files.remove(file)
