"""Adds the plugin to a site's configuration as text, so that comments, tags and layout stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import yaml

from persona_docs.configuration import PLUGIN, problem


def added(text: str, sources: Sequence[str], *, path: str = "personas", listed: Collection[str] = ()) -> str:
    """A configuration with the plugin, and with its page if there is a navigation; as it is if it has both.

    Args:
        text: the configuration.
        sources: where personas were found.
        path: where in the site the catalog lives.
        listed: the plugins the site has, those it inherits included.

    Raises:
        ValueError: it is not YAML, or is written so that it cannot be changed safely; what to do is said.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    top = _compose(text)
    plugins, nav = _value(top, "plugins"), _value(top, "nav")
    page = f"{path}/index.md" if path else "index.md"
    known = {*listed, *_names(plugins)}
    has = PLUGIN in known
    if plugins is None and not has and listed:
        raise ValueError("its plugins are inherited; name the file they stand in with --config-file")
    if "i18n" in known:
        raise ValueError(
            "its plugin i18n (mkdocs-static-i18n) crashes on pages that are no files; list persona_docs "
            "under markdown_extensions, and write the catalog's pages as files with `persona-docs pages`"
        )
    changed = text if has else _with_plugin(text, plugins, sources, end)
    if isinstance(nav, yaml.SequenceNode) and page not in _texts(nav):
        changed = _with_page(changed, page, end)
    _see_that_it_holds(top, changed, has=has)
    return changed


def _with_plugin(text: str, plugins: yaml.Node | None, sources: Sequence[str], end: str) -> str:
    listed = yaml.safe_dump(list(sources), default_flow_style=True, width=10**6, allow_unicode=True).strip()
    if not isinstance(plugins, yaml.CollectionNode):
        lines = ["- search", f"- {PLUGIN}:", f"    sources: {listed}"]
        if plugins is None:
            return _closed(text, end) + _lines(["", "plugins:", *(f"  {line}" for line in lines)], end)
        return _below(text, plugins.end_mark.line, [f"  {line}" for line in lines], end)
    if plugins.flow_style:
        entry = f"{PLUGIN}: {{sources: {listed}}}"
        return _inside(text, plugins, entry if isinstance(plugins, yaml.MappingNode) else f"{{{entry}}}")
    pad = " " * plugins.start_mark.column
    if isinstance(plugins, yaml.MappingNode):
        return _below(text, _last(plugins), [f"{pad}{PLUGIN}:", f"{pad}  sources: {listed}"], end)
    lines = [f"{pad}- {PLUGIN}:", f"{pad}    sources: {listed}"]
    return _below(text, _last(plugins), lines, end)


def _with_page(text: str, page: str, end: str) -> str:
    nav = _value(_compose(text), "nav")
    if not isinstance(nav, yaml.CollectionNode):
        return text
    entry = f"Personas: {page}"
    if nav.flow_style:
        return _inside(text, nav, f"{{{entry}}}")
    return _below(text, _last(nav), [f"{' ' * nav.start_mark.column}- {entry}"], end)


def _see_that_it_holds(before: yaml.MappingNode, changed: str, *, has: bool) -> None:
    """Compare what the text says now with what it said; an edit of text must not be trusted unseen."""
    try:
        after = _compose(changed)
    except ValueError:
        after = yaml.MappingNode("", [])
    old, new = _entries(before), _entries(after)
    kept = all(new.get(key) == value for key, value in old.items() if key not in {"plugins", "nav"})
    plugins, nav = _value(before, "plugins"), _value(before, "nav")
    had = _names(plugins) if has or isinstance(plugins, yaml.CollectionNode) else {"search"}
    if (
        not kept
        or not new.keys() - old.keys() <= {"plugins"}
        or _names(_value(after, "plugins")) != (had if has else had | {PLUGIN})
        or not set(_texts(nav)) <= set(_texts(_value(after, "nav")))
    ):
        raise ValueError(f"it cannot be changed safely; add `- {PLUGIN}` to its plugins by hand")


def _compose(text: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"it is not valid YAML: {problem(error)}") from error
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("it is no site's configuration: it holds no `key: value`")  # noqa: TRY004
    return node


def _value(top: yaml.MappingNode, key: str) -> yaml.Node | None:
    """What stands behind a key; of one that stands there twice, what YAML's readers take: the last."""
    return next((value for name, value in reversed(top.value) if name.value == key), None)


def _entries(top: yaml.MappingNode) -> dict[str, str]:
    return {name.value: yaml.serialize(value) for name, value in top.value}


def _names(plugins: yaml.Node | None) -> set[str]:
    """What plugins are named, in any of the ways MkDocs allows."""
    if isinstance(plugins, yaml.MappingNode):
        return {name.value for name, _ in plugins.value}
    found: set[str] = set()
    for each in plugins.value if isinstance(plugins, yaml.SequenceNode) else ():
        found |= _names(each) if isinstance(each, yaml.MappingNode) else {each.value}
    return found


def _texts(node: yaml.Node | None) -> list[str]:
    """Every text below a node."""
    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    inner = node.value if node is not None else ()
    return [
        text
        for each in inner
        for one in (each if isinstance(each, tuple) else (each,))
        for text in _texts(one)
    ]


def _last(node: yaml.Node) -> int:
    """The last line of what a node holds, without the comments behind it."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.end_mark
        return mark.line - 1 if node.style in {"|", ">"} and mark.column == 0 else mark.line
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last)


def _below(text: str, line: int, lines: Sequence[str], end: str) -> str:
    """The text with lines put below one of its own, counted from 0."""
    own = _closed(text, end).splitlines(keepends=True)
    return "".join((*own[: line + 1], _lines(lines, end), *own[line + 1 :]))


def _inside(text: str, node: yaml.Node, entry: str) -> str:
    """The text with one more entry at the end of a list or mapping in brackets."""
    at = node.end_mark.index - 1
    before = text[:at].rstrip()
    before += " " if before.endswith(":") else ""  # `{a: }` is a key without a value, `{a:, …}` is none
    comma = "" if not node.value or before.endswith(",") else ","
    return f"{before}{comma}{' ' if node.value else ''}{entry}{text[len(before) : at]}{text[at:]}"


def _closed(text: str, end: str) -> str:
    return text if text.endswith(("\n", "\r")) or not text else text + end


def _lines(lines: Sequence[str], end: str) -> str:
    return "".join(line + end for line in lines)
