"""What pages must know of their site, from its configuration."""

from __future__ import annotations

from pathlib import Path

from persona_docs.configuration import SiteSettings
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.repository import History, Repository


def described(
    options: Options,
    settings: SiteSettings,
    root: Path,
    known: History,
    *,
    written: bool = False,
) -> Site:
    """What pages must know of it.

    Args:
        options: the user's.
        settings: of the site.
        root: the folder of the configuration.
        known: of the files.
        written: whether the pages are files in the docs folder.
    """
    repository = Repository(
        url=settings.repo_url,
        edit_uri=settings.edit_uri,
        template=settings.edit_uri_template,
        docs=settings.docs_dir,
        root=root,
    )
    return Site(
        path=options.path,
        directory_urls=settings.directory_urls,
        lang=settings.lang,
        view_url=repository.view_url,
        edit_url=repository.edit_url,
        mermaid=options.mermaid,
        image_hosts=options.image_hosts,
        changed=known.day,
        written=written,
    )
