"""The Markdown extension: the one door through which the catalog enters every site generator.

A page holds directives in pymdownx's Blocks syntax. Each becomes real heading elements, so that the table of
contents, permalinks and anchors work as for any heading, and finished HTML between them, which nothing parses
again: not Markdown, not another extension, not the postprocessors that read images or links from disk.

Under MkDocs the plugin adds the extension, with the catalog bound to it. Elsewhere (Zensical, plain
Python-Markdown) it is listed like any extension and reads the sources itself, once.
"""

from __future__ import annotations

import logging
import re
import xml.etree.ElementTree as etree  # noqa: N813  (as Python-Markdown calls it)
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from persona_docs.engines.directives import DIRECTIVES, DirectiveError, Place, expand, near, notice
from persona_docs.engines.standalone import SETTINGS, place_from
from persona_docs.engines.zensical import seen_from_source
from persona_docs.pages.page import Heading, Part

_log = logging.getLogger("persona_docs")

_TOKEN = "\x02persona-docs-{}\x03"  # noqa: S105  (Markdown takes both signs out of every text it reads)
_TOKENS = re.compile("\x02persona-docs-(\\d+)\x03")
_START = re.compile(r"(?:^|\n) {0,3}(/{3,}) *(persona(?:-[\w-]+)?) *(?:\| *(.*?) *)?(?:\n|$)")


class PersonaDocsExtension(BlocksExtension):  # type: ignore[misc]
    """Directives that show personas.

    Args:
        place: the catalog and where the page that is being converted stands; without it, both are found out
            from the settings.
        warn: told about every directive that cannot be carried out.
        settings: `sources`, `path` and so on, as in the plugin's options, with `directory_urls` and `lang`;
            what is not given is taken from the site's configuration.
    """

    def __init__(
        self,
        *,
        place: Callable[[], Place] | None = None,
        warn: Callable[[str], None] = _log.warning,
        **settings: Any,  # noqa: ANN401
    ) -> None:
        self.config = {key: [value, text] for key, (value, text) in SETTINGS.items()}
        super().__init__(**settings)
        self.given = settings
        self.place = place
        self.warn = warn

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register a block per directive, and what puts the finished HTML back at the very end."""
        finished = Finished(md)
        md.postprocessors.register(finished, "persona-docs", -1_000)
        md.registerExtension(cast("Extension", finished))  # all that Markdown wants of it is reset()
        place = self.place or (lambda: place_from(self.given, here(md).path, here(md).url))
        writer = Writer(place, self.warn, finished)
        for name in DIRECTIVES:
            block_mgr.register(type("Directive", (Directive,), {"NAME": name}), {"writer": writer})
        broken = BrokenDirective(md.parser, block_mgr, writer)
        md.parser.blockprocessors.register(broken, "persona-docs-broken", 89.995)


def makeExtension(**settings: Any) -> PersonaDocsExtension:  # noqa: ANN401, N802
    """The extension under its module's name, as Python-Markdown looks for it."""
    return PersonaDocsExtension(**settings)


class Finished(Postprocessor):
    """Finished HTML, kept aside while Markdown works and put in its place when all else is done.

    Python-Markdown's own stash is emptied before other extensions' postprocessors run, some of which embed
    local files or rewrite links; what comes from persona files must never meet them.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.reset()

    def reset(self) -> None:
        """Forget everything; Markdown calls this between documents."""
        self.html: list[str] = []
        self.anchors: set[str] = set()

    def store(self, html: str) -> AtomicString:
        """Keep HTML and return what stands for it."""
        html = html.replace("\x02", "").replace("\x03", "")
        page = here(self.md)
        self.html.append(seen_from_source(html, page.path, page.url) if page.rewritten else html)
        return AtomicString(_TOKEN.format(len(self.html) - 1))

    def anchor(self, wanted: str) -> str:
        """An id that no heading of this document has yet."""
        anchor, number = wanted, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.add(anchor)
        return anchor

    def run(self, text: str) -> str:
        """Put everything in its place."""
        return _TOKENS.sub(lambda match: self.html[int(match[1])], text)


class Writer:
    """Writes what directives expand into below an element."""

    def __init__(self, place: Callable[[], Place], warn: Callable[[str], None], finished: Finished) -> None:
        self.place = place
        self.warn = warn
        self.finished = finished

    def write(self, parent: etree.Element, name: str, argument: str, options: Mapping[str, Any]) -> None:
        """Expand a directive."""
        try:
            place = self.place()
        except ValueError as error:  # a setting that holds what it cannot
            self.refuse(parent, name, str(error), "")
            return
        try:
            parts = expand(name, argument, options, place)
        except DirectiveError as error:
            self.refuse(parent, name, str(error), place.address)
            return
        for part in parts:
            self._part(parent, part, place.speech)

    def refuse(self, parent: etree.Element, name: str, message: str, address: str | None = None) -> None:
        """Say in the page, and to whoever builds it, why a directive shows nothing."""
        message = f"/// {name}: {message}"
        self.warn(f"{self.place().address if address is None else address}: {message}")
        self._part(parent, notice(message), {"lang": "en", "dir": "ltr"})

    def _part(self, parent: etree.Element, part: Part, speech: Mapping[str, str]) -> None:
        if isinstance(part, Heading):
            named = {"id": self.finished.anchor(part.anchor)}
            element = etree.SubElement(parent, f"h{part.level}", {**named, **speech})
        else:
            element = etree.SubElement(parent, "div", {"class": "persona-docs", **speech})
        element.text = self.finished.store(part.html)


class _Anything(dict[str, Any]):
    """Lets a block accept any option, so that a misspelt one gets an answer and not silence."""

    def __contains__(self, key: object) -> bool:
        return key != "attrs" or super().__contains__(key)

    def __missing__(self, key: str) -> tuple[None, None]:
        return (None, None)


class Directive(Block):  # type: ignore[misc]
    """A directive as a block; there is a class with its name for each."""

    NAME = ""
    ARGUMENT = None
    OPTIONS = _Anything()

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Write what the directive shows."""
        self.parent = parent
        element = etree.SubElement(parent, "div")
        options = {key: value for key, value in self.options.items() if key != "attrs"}
        self.config["writer"].write(element, self.NAME, self.argument or "", options)
        return element

    def on_end(self, block: etree.Element) -> None:
        """Take the wrapper away unless its author gave it attributes: headings belong to the page."""
        if block.attrib or block not in list(self.parent):
            return
        at = list(self.parent).index(block)
        self.parent.remove(block)
        for offset, child in enumerate(list(block)):
            self.parent.insert(at + offset, child)


class BrokenDirective(BlockProcessor):
    """Catches directives whose options are none: Blocks would show them as text, or stumble."""

    def __init__(self, parser: BlockParser, blocks: BlocksProcessor, writer: Writer) -> None:
        super().__init__(parser)
        self.blocks = blocks
        self.writer = writer

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block opens a directive of ours that Blocks cannot take."""
        match = _START.search(block)
        return match is not None and self._trouble(match, block) != ""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Say what is wrong in place of the directive."""
        block = blocks.pop(0)
        match = _START.search(block)
        if match is None:  # pragma: no cover  (test() found it)
            return
        if before := block[: match.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        self.writer.refuse(parent, match[2], self._trouble(match, block))
        _, _, after = block[match.end() :].partition(f"{match[1]}\n")
        if after.strip():
            blocks.insert(0, after)

    def _trouble(self, match: re.Match[str], block: str) -> str:
        if match[2] not in DIRECTIVES:
            return f"there is no such directive{near(match[2], DIRECTIVES)}"
        options, _ = self.blocks.split_header(block[match.end() :], len(match[1]))
        if options is None:
            return "its options are not YAML of the form `key: value`, each on a line indented by four spaces"
        wrong = [str(key) for key in options if not isinstance(key, str)]
        return f"the option {', '.join(wrong)} must be a word; put it in quotes" if wrong else ""


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is being converted.

    Attributes:
        path: of its file in the docs folder.
        url: where it is published, quoted.
        rewritten: whether the generator rewrites addresses in finished HTML.
    """

    path: str = "index.md"
    url: str = ""
    rewritten: bool = False


def here(md: Markdown) -> Here:
    """The page that is being converted, as far as the site generator tells.

    Zensical registers a preprocessor that knows it, MkDocs a treeprocessor; plain Markdown knows no pages,
    and is taken to write the site's home.
    """
    for found, key, holder, name in (
        (md.preprocessors, "rendering_context", "page", "path"),
        (md.treeprocessors, "relpath", "file", "src_uri"),
    ):
        told: Any = getattr(found[key], holder, None) if key in found else None
        path, url = getattr(told, name, None), getattr(told, "url", None)
        if isinstance(path, str) and isinstance(url, str):
            return Here(path, url.removeprefix("./"), rewritten=holder == "page")
    return Here()
