"""The options that stand in a site's configuration, read without the site generator."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import mergedeep
import yaml
from yaml_env_tag import construct_env_tag

from persona_docs.option_values import mapping, options_from
from persona_docs.options import Options

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.yml", "zensical.toml")
"""What configurations are called, in the order in which they are looked for."""

PLUGIN = "persona-docs"
"""The name under which a configuration lists the plugin."""

EXTENSIONS = ("persona_docs", "persona_docs.engines.markdown_extension")
"""The names under which a configuration can list the Markdown extension."""


def find_configuration(folder: Path) -> Path | None:
    """The site configuration in a folder."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def read_configuration(file: Path, also: Mapping[str, Any] | None = None) -> Options:
    """The options of the plugin in a site's configuration, or those of the Markdown extension without one.

    Args:
        file: the configuration.
        also: options that go before those.

    Raises:
        ValueError: a file is not valid, or an option holds what it cannot.
    """
    given = {**(_given(file) or {}), **(also or {})}
    try:
        return options_from(given)
    except ValueError as error:
        raise ValueError(f"{file.name}: {error}") from error


def names_catalog(file: Path) -> bool:
    """Whether a site's configuration, with all it inherits, names the plugin or the extension.

    Raises:
        ValueError: a file is not valid.
    """
    return _given(file) is not None


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a configuration says of the site itself, as the generator would have it.

    Attributes:
        name: `site_name`.
        url: `site_url` with a slash at its end, or empty.
        lang: the theme's language.
        directory_urls: `use_directory_urls`.
        repo_url: where the repository is, or empty.
        edit_uri: where files of the docs folder are edited, relative to that.
        edit_uri_template: what goes before `edit_uri`, or empty.
        docs_dir: the docs folder, relative to the configuration.
        lists: the names in `markdown_extensions`, the addresses in `extra_css` and `extra_javascript`.
    """

    name: str = ""
    url: str = ""
    lang: str = "en"
    directory_urls: bool = True
    repo_url: str = ""
    edit_uri: str = ""
    edit_uri_template: str = ""
    docs_dir: str = "docs"
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_EDITED = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}  # https://www.mkdocs.org/user-guide/configuration/#edit_uri


def read_site(file: Path) -> SiteSettings:
    """What a configuration, with all it inherits, says of the site.

    Raises:
        ValueError: a file is not valid.
    """
    config = _whole(file)

    def said(key: str, default: str = "") -> str:
        value = config.get(key, default)
        return value if isinstance(value, str) else default

    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    repository = said("repo_url")
    edited = said("edit_uri", _EDITED.get(urlsplit(repository).netloc.lower(), ""))
    url = said("site_url")
    return SiteSettings(
        name=said("site_name"),
        url=f"{url.rstrip('/')}/" if url else "",
        lang=str(theme.get("language") or theme.get("locale") or "en").replace("_", "-"),
        directory_urls=config.get("use_directory_urls") is not False,
        repo_url=repository,
        edit_uri=f"{edited.rstrip('/')}/" if edited else "",
        edit_uri_template=said("edit_uri_template"),
        docs_dir=said("docs_dir", "docs"),
        lists={key: tuple(_named(config[key])) for key in _LISTS if config.get(key)},
    )


def listed_plugins(file: Path) -> frozenset[str]:
    """The plugins that a configuration, with all it inherits, lists.

    Raises:
        ValueError: a file is not valid.
    """
    return frozenset(_named(_whole(file).get("plugins")))


_LISTS = ("markdown_extensions", "extra_css", "extra_javascript")


def _named(value: object) -> Iterator[str]:
    """What a list of names or of mappings names: an extension, or the `path` of a script."""
    for entry in _entries(value):
        if isinstance(entry, dict):
            yield str(entry["path"]) if "path" in entry else str(next(iter(entry), ""))
        else:
            yield str(entry)


def _whole(file: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """A configuration with all it inherits, merged by what MkDocs merges with: it replaces lists.

    Args:
        file: the configuration.
        heirs: those that inherit from it.

    Raises:
        ValueError: a file is not valid, or what one inherits from is not there.
    """
    config = _loaded(file)
    named = config.pop("INHERIT", None)
    if named is None:
        return config
    parent = Path(os.path.normpath(file.parent / str(named)))
    if not parent.is_file():
        raise ValueError(f"{file.name}: INHERIT: there is no file “{named}”")
    if parent.resolve() in (heirs := (*heirs, file.resolve())):
        raise ValueError(f"{file.name}: INHERIT: “{named}” inherits from itself")
    merged: dict[str, Any] = mergedeep.merge(_whole(parent, heirs), config)
    return merged


def _loaded(file: Path) -> dict[str, Any]:
    if file.suffix == ".toml":
        try:
            project = tomllib.loads(file.read_text("utf-8")).get("project")
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ValueError(f"{file.name} is not valid TOML: {error}") from error
        return project if isinstance(project, dict) else {}
    try:
        config = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        raise ValueError(f"{file.name} is not valid YAML: {problem(error)}") from error
    return config if isinstance(config, dict) else {}


def problem(error: yaml.YAMLError) -> str:
    """What is wrong with a text that is not YAML, and where, in one line."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        return f"{error.problem}, in line {mark.line + 1}, column {mark.column + 1}"
    return " ".join(str(error).split())


class _Loader(yaml.SafeLoader):
    """Asks the environment as MkDocs does, and makes nothing of other tags (`!relative`, `!!python/…`).

    MkDocs lets Python's tags run what they name. Here nothing may run: who checks files does not trust them.
    """


def _nothing(_loader: yaml.SafeLoader, _tag: str, _node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:", _nothing)


def _given(file: Path) -> Mapping[str, Any] | None:
    """What stands below the plugin's name, else below the extension's; `None` where neither is named."""
    config = _whole(file)
    for key, names in (("plugins", (PLUGIN,)), ("markdown_extensions", EXTENSIONS)):
        for entry in _entries(config.get(key)):
            for name in names:
                if isinstance(entry, dict) and name in entry:
                    return mapping(name, entry[name] or {})
                if entry == name:
                    return {}
    return None


def _entries(plugins: object) -> list[Any]:
    if isinstance(plugins, dict):
        return [{name: options} for name, options in plugins.items()]
    return plugins if isinstance(plugins, list) else []
