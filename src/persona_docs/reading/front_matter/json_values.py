r"""JSON as written: YAML, but for the characters that it escapes as two halves (`\ud83d\ude80`)."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.front_matter.values import Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_values import read_yaml

_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*+"?|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?')
_IN_LINE = re.compile(r"[^\n]")
_FIX = "Write valid JSON: keys and texts in double quotes, no comma after the last, no comments."

_ESCAPED = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*\\u)d(?P<high>[89ab][0-9a-f]{2})\\ud(?P<low>[c-f][0-9a-f]{2})",
    re.IGNORECASE,
)
_STAND_INS = re.compile("([\uf000-\uf3ff])([\uf400-\uf7ff])")
"""What stands for the halves while YAML is read, so that all else stays in its column."""


def read_json(
    text: str, path: str, limits: Limits, *, loose: bool = False
) -> tuple[Value | None, tuple[Finding, ...]]:
    """A JSON document, and what is wrong with it: comments and a comma too many are, unless it is `loose`.

    They cost no value all the same.
    """
    bare = without_comments(text)
    stood_in = _ESCAPED.sub(_stand_in, bare) if "\\u" in bare else bare
    value, findings = read_yaml(stood_in, path, limits)
    if value is None:
        return None, tuple(map(_of_json, findings))
    value = _whole(value) if stood_in != bare else value
    return value, tuple(map(_of_json, findings)) if loose else _strictly(text, bare, path, findings)


def without_comments(text: str) -> str:
    """A JSON document with spaces for its comments, so that all else stays where it stands.

    >>> without_comments('{"a": "//"} // b')
    '{"a": "//"}     '
    """
    return _STRING_OR_COMMENT.sub(lambda m: m[0] if m[0][0] == '"' else _IN_LINE.sub(" ", m[0]), text)


def _strictly(text: str, bare: str, path: str, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is wrong with a text that could be read all the same; the first thing where it is no JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        message = f"Not valid JSON: {'it has comments' if bare != text else error.msg}"
        first = finding("front-matter", message, path, error.lineno, error.colno, fix=_FIX)
        return first, *(each for each in found if each.code != first.code)
    except (ValueError, RecursionError):
        return found  # a number of a million digits is a text here
    return tuple(each for each in found if each.code != "other-reading")  # JSON has no two readings


def _of_json(found: Finding) -> Finding:
    said = replace(found, message=found.message.replace("YAML", "JSON", 1))
    return replace(said, fix=_FIX) if found.code == "front-matter" else said


def _stand_in(match: re.Match[str]) -> str:
    high, low = int(match["high"], 16) - 0x800, int(match["low"], 16) - 0xC00
    return f"{match['before']}{0xF000 + high:04x}\\u{0xF400 + low:04x}"


def _whole(value: Value) -> Value:
    """A value with each character for its two halves."""
    if isinstance(value, Scalar):
        return replace(value, text=_STAND_INS.sub(_character, value.text))
    if isinstance(value, Items):
        return replace(value, values=tuple(map(_whole, value.values)))
    return replace(value, pairs=tuple((_key(key), _whole(inner)) for key, inner in value))


def _key(key: Scalar) -> Scalar:
    return replace(key, text=_STAND_INS.sub(_character, key.text))


def _character(match: re.Match[str]) -> str:
    return chr(0x10000 + ((ord(match[1]) - 0xF000) << 10) + ord(match[2]) - 0xF400)
