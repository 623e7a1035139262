"""Checklists of a body: task lists, plain bullets under a checklist's heading, and templates inside code fences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2s

from markdown_it.token import Token

from persona_docs.folding import fold
from persona_docs.model import Checklist, ChecklistItem, ChecklistKind
from persona_docs.reading.headings import normalise_heading
from persona_docs.reading.plain import inline_text

_HEADING = re.compile(
    r"\bcheck-?lists?\b|\bdefinition of (?:done|ready)\b|\bquality gates?\b|\b(?:acceptance|success|completion) criteria\b"
    r"|\bpre-?flight\b|\bpre-?submission\b|\bverification steps\b"
    r"|\blista de (?:verificacion|comprobacion|control|chequeo)\b|\bcriterios de (?:aceptacion|exito)\b"
    r"|\bdefinicion de (?:hecho|terminado|listo)\b|^antes de (?:considerar|entregar|dar por)\b"
    r"|\blista de (?:verificacao|checagem)\b|\bcriterios de (?:sucesso|aceite|aceitacao)\b|\bdefinicao de pronto\b"
    r"|检查清单|檢查清單|核对清单|检查列表|验收标准|质量标准|チェックリスト|受け入れ基準|체크리스트"
    r"|\b(?:check|pruf)listen?\b|\babnahmekriterien\b|\bliste de (?:controle|verification)\b|\bcriteres d[’']acceptation\b"
)
_VERDICT = re.compile(r"[✅❌✔✓✗✘❎🚫⛔]")
_BOX = re.compile(r"([☐□▢⬜☑☒🗹])\ufe0f?\s*")
_EMPTY_BOXES = "☐□▢⬜"
_BARE_BOX = re.compile(rf"^\s*([☐□▢⬜☑☒🗹])\ufe0f?[ \t]*(\S.*)", re.MULTILINE)
_TEMPLATE_ITEM = re.compile(
    r"(\s*)(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[([ xX])\](?=\s)|([☐□▢⬜☑☒🗹])\ufe0f?)\s*(\S.*?)\s*$"
)
_TEMPLATE_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+(.+?)\s*#*|\*\*(.+?)\*\*:?)\s*$")
_TEMPLATE_INFO = frozenset({"", "markdown", "md", "text", "txt", "plain", "plaintext"})
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class _Topic:
    """A heading and the one above it."""

    title: str = ""
    anchor: str = ""
    level: int = 0
    parent: str = ""


@dataclass(slots=True)
class _Node:
    """A list or an item of one."""

    token: Token
    level: int
    line: int = 0
    checked: bool = False
    text: str = ""
    children: list[_Node] = field(default_factory=list)


def checklists(tokens: Sequence[Token]) -> tuple[Checklist, ...]:
    """Every checklist, in the order of the file.

    A list that is one gets its title in `meta["checklist"]`, its items their keys in `meta["key"]`.
    """
    found: list[tuple[Checklist, list[Token]]] = []
    for topic, pseudo, lead, token, end in _places(tokens):
        if token.type == "fence":
            found += [(each, []) for each in _templates(token, topic, lead or pseudo)]
        elif token.type == "inline":
            found += [(each, []) for each in _bare_boxes(token, topic, lead or pseudo)]
        else:
            found += _lists(tokens[token.meta["at"] : end + 1], topic, pseudo, lead)
    return tuple(_with_keys(found))


def is_checklist_heading(title: str) -> bool:
    """Whether a heading, pseudo-heading or colon line announces a checklist.

    >>> is_checklist_heading("✅ 3. Checklist de calidad:"), is_checklist_heading("Workflow")
    (True, False)
    """
    return bool(_HEADING.search(normalise_heading(title)))


def _places(tokens: Sequence[Token]) -> Iterator[tuple[_Topic, str, str, Token, int]]:
    """Each outermost list, up to its end, each fence, and each paragraph with boxes, with what stands above it.

    That is the heading, the pseudo-heading since (`**Security:**`), and the line right above if it ends in a colon.
    """
    path: list[_Topic] = []
    topic, pseudo, lead = _Topic(), "", ""
    depth, start = 0, 0
    for n, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            if not depth:
                start = n
                token.meta["at"] = n
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if not depth:
                yield topic, pseudo, lead, tokens[start], n
                tokens[start].meta.pop("at")
                lead = ""
        elif token.type == "fence":
            yield topic, pseudo, lead, token, n
        elif depth:
            continue
        elif token.type == "heading_open":
            title = _one_line(tokens[n + 1])
            level = int(token.tag[1])
            while path and path[-1].level >= level:
                path.pop()
            topic = _Topic(title, token.meta.get("anchor", ""), level, path[-1].title if path else "")
            path.append(topic)
            pseudo = lead = ""
        elif token.type == "paragraph_open":
            inline = tokens[n + 1]
            if _BARE_BOX.search(inline.content):
                yield topic, pseudo, lead, inline, n
            lead = _colon_line(inline)
            pseudo = _bold_line(inline) or pseudo


def _one_line(inline: Token) -> str:
    return " ".join(inline_text(inline.children or ()).split())


def _bold_line(inline: Token) -> str:
    """The text of a paragraph that is one bold text and nothing else but a colon and emoji."""
    children = [c for c in inline.children or () if c.type != "text" or re.search(r"\w", c.content)]
    bold = len(children) > 2 and children[0].type == "strong_open" and children[-1].type == "strong_close"
    single = bold and sum(c.type == "strong_open" for c in children) == 1
    text = _one_line(inline)
    return _bare(text) if single and len(text) <= _LONGEST_TITLE else ""


def _colon_line(inline: Token) -> str:
    """The last sentence of a paragraph that ends in a colon, where it is short enough for a title."""
    text = inline_text(inline.children or (), "\n").rstrip()
    if not text.endswith((":", "：")):
        return ""
    sentence = " ".join(re.split(r"\n|(?<=[.!?])\s|[。！？]", text)[-1].split())
    return _bare(sentence) if len(sentence) <= _LONGEST_TITLE else ""


def _bare(title: str) -> str:
    return title.strip().rstrip(":： ").strip()


def _title(topic: _Topic, nearer: str) -> str:
    """The nearest title; where a checklist's heading stands right above it, both."""
    own = _bare(topic.title)
    if nearer and fold(nearer) != fold(own):
        return f"{own}: {nearer}" if is_checklist_heading(own) else nearer
    if not is_checklist_heading(own) and is_checklist_heading(topic.parent):
        return f"{_bare(topic.parent)}: {own}"
    return own


def _lists(
    tokens: Sequence[Token], topic: _Topic, pseudo: str, lead: str
) -> list[tuple[Checklist, list[Token]]]:
    """The checklists in an outermost list: it as a whole, or those of its inner lists that hold tasks."""
    root = _tree(tokens)
    found: list[tuple[Checklist, list[Token]]] = []

    def take(nodes: list[_Node], kind: ChecklistKind, title: str, holder: Token) -> None:
        first = min(node.level for node in nodes)
        items = tuple(
            ChecklistItem(node.text, "", node.checked, (node.level - first) // 2, node.line) for node in nodes
        )
        holder.meta["checklist"] = title
        found.append(
            (Checklist(title, items, kind, topic.anchor, items[0].line), [node.token for node in nodes])
        )

    def visit(holder: _Node, nearer: str) -> None:
        items = holder.children
        title = _title(topic, nearer)
        if any("checked" in item.token.meta for item in items):
            take(
                [node for node in _items(holder) if "checked" in node.token.meta],
                ChecklistKind.TASKS,
                title,
                holder.token,
            )
        elif items and all(_BOX.match(item.text) for item in items):
            nodes = list(_items(holder))
            for node in nodes:
                _unbox(node)
            take(nodes, ChecklistKind.PLAIN, title, holder.token)
        else:
            for item in items:
                for inner in item.children:
                    visit(inner, _bare(item.text) if item.text.endswith((":", "：")) else nearer)

    visit(root, lead or pseudo)
    if not found and root.token.type == "bullet_list_open" and _announced(topic, pseudo, lead):
        nodes = list(_items(root))
        if nodes and not any(_VERDICT.match(node.text) for node in nodes):
            take(nodes, ChecklistKind.PLAIN, _title(topic, lead or pseudo), root.token)
    return found


def _announced(topic: _Topic, pseudo: str, lead: str) -> bool:
    """Whether plain bullets are a checklist for what stands above them."""
    return any(is_checklist_heading(title) for title in (lead, pseudo, topic.title, topic.parent))


def _bare_boxes(inline: Token, topic: _Topic, nearer: str) -> Iterator[Checklist]:
    """Lines of a paragraph that begin with a box."""
    items = []
    start = inline.map[0] if inline.map else 0
    for line, text in enumerate(inline_text(inline.children or (), "\n").split("\n"), start):
        box = _BARE_BOX.match(text)
        if box:
            items.append(ChecklistItem(" ".join(box[2].split()), "", box[1] not in _EMPTY_BOXES, 0, line))
        elif not items:
            nearer = _bare(text) if text.endswith((":", "：")) else nearer
    if items:
        yield Checklist(_title(topic, nearer), tuple(items), ChecklistKind.PLAIN, topic.anchor, items[0].line)


def _unbox(node: _Node) -> None:
    box = _BOX.match(node.text)
    if box:
        node.text = node.text[box.end() :]
        node.checked = box[1] not in _EMPTY_BOXES


def _tree(tokens: Sequence[Token]) -> _Node:
    """Lists and items as they stand in each other; an item's text is its own paragraphs."""
    stack: list[_Node] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "list_item_open"):
            line = token.map[0] if token.map else 0
            node = _Node(token, len(stack), line, bool(token.meta.get("checked")))
            if stack:
                stack[-1].children.append(node)
            stack.append(node)
        elif token.type in ("bullet_list_close", "ordered_list_close", "list_item_close"):
            root = stack.pop()
        elif token.type == "inline" and token.level == stack[-1].token.level + 2:
            stack[-1].text = " ".join(f"{stack[-1].text} {inline_text(token.children or ())}".split())
    return root


def _items(holder: _Node) -> Iterator[_Node]:
    for item in holder.children:
        yield item
        for inner in item.children:
            yield from _items(inner)


def _templates(fence: Token, topic: _Topic, nearer: str) -> Iterator[Checklist]:
    """Task items written inside a fence, a checklist per heading in it."""
    info = fence.info.split()
    if (info[0].lower() if info else "") not in _TEMPLATE_INFO:
        return
    start = fence.map[0] + 1 if fence.map else 0
    outer = _title(topic, nearer)
    title, items = outer, list[ChecklistItem]()
    for line, text in enumerate(fence.content.split("\n"), start):
        heading = _TEMPLATE_HEADING.match(text)
        item = None if heading else _TEMPLATE_ITEM.match(text)
        if heading:
            if items:
                yield Checklist(title, tuple(items), ChecklistKind.TEMPLATE, topic.anchor, items[0].line)
            inner = _bare(heading[1] or heading[2]).replace("**", "")
            title, items = f"{outer}: {inner}" if is_checklist_heading(outer) else inner, []
        elif item:
            indent, box, sign, words = item.groups()
            checked = (box or " ") != " " or (sign or "☐") not in _EMPTY_BOXES
            items.append(
                ChecklistItem(" ".join(words.split()), "", checked, len(indent.expandtabs(4)) // 2, line)
            )
    if items:
        yield Checklist(title, tuple(items), ChecklistKind.TEMPLATE, topic.anchor, items[0].line)


def _with_keys(found: Iterable[tuple[Checklist, list[Token]]]) -> list[Checklist]:
    """The same with keys, unique in the body; templates come last, so that they change no key of what is ticked."""
    ordered = sorted(enumerate(found), key=lambda pair: (pair[1][0].kind is ChecklistKind.TEMPLATE, pair[0]))
    seen: dict[str, int] = {}
    done: list[tuple[int, Checklist]] = []
    for n, (checklist, tokens) in ordered:
        items = []
        for item in checklist.items:
            digest = blake2s(fold(item.text).encode("utf-8", "replace"), digest_size=4).hexdigest()
            seen[digest] = count = seen.get(digest, 0) + 1
            items.append(replace(item, key=f"{digest}-{count}" if count > 1 else digest))
        for token, item in zip(tokens, items, strict=False):
            token.meta["key"] = item.key
        done.append((n, replace(checklist, items=tuple(items))))
    return [checklist for _, checklist in sorted(done, key=lambda pair: pair[0])]
