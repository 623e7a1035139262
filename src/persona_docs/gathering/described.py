"""The site that a configuration describes, whether its generator has read that or we have."""

from __future__ import annotations

from pathlib import Path

from persona_docs.configuration import SiteSettings
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.repository import Repository, changes


def described(
    options: Options,
    settings: SiteSettings,
    root: Path,
    *,
    written: bool = False,
    sources: tuple[Path, ...] = (),
) -> Site:
    """What pages must know of it.

    Args:
        options: the user's.
        settings: of the site.
        root: the folder of the configuration.
        written: whether the pages are files in the docs folder.
        sources: files and folders that are read in place of the options'.
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
        changed=changes(root, sources or tuple(watch_paths(options.sources, root))).get,
        written=written,
    )
