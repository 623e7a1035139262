"""Every format there is, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from persona_docs.exports import data, feed, llms, table
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis import azure, backstage, confluence, github, gitlab, markdown, notion, wikijs


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        export: makes its files; the same for the same catalog.
        place: what it is for, in a few words.
    """

    export: Callable[[Given], Files]
    place: str


FORMATS: Mapping[str, Format] = {
    "markdown": Format(markdown.export, "Any folder of Markdown: Outline, pandoc, a repository"),
    "github-wiki": Format(github.export, "The wiki of a GitHub repository"),
    "gitlab-wiki": Format(gitlab.export, "The wiki of a GitLab project"),
    "azure-wiki": Format(azure.export, "Azure DevOps, code published as a wiki"),
    "confluence": Format(confluence.export, "Confluence, by md2conf"),
    "wikijs": Format(wikijs.export, "Wiki.js, by its Git storage"),
    "notion": Format(notion.export, "Notion, by import"),
    "json": Format(data.export, "Programs"),
    "csv": Format(table.export, "Spreadsheets"),
    "llms": Format(llms.export, "Language models"),
    "feed": Format(feed.export, "Feed readers"),
    "backstage": Format(backstage.export, "The software catalog of Backstage"),
}
"""Under the name that the command line takes."""
