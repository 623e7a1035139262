"""YAML that one parser takes and another refuses: a tab beside a value, a `?` inside brackets, `|#`.

PyYAML has a parser written in Python, which `yaml.safe_load` takes, and one in C, which is read with here.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_COMMENTED_BLOCK = re.compile(r"[|>][-+\d]{0,2}#")
_LONGEST = 65_536  # characters; the parser in Python reads so many in a second


def disputed(text: str) -> tuple[Any, str]:
    """Where the parser in Python gives up on a text that the one in C can read, and on what it does.

    The first place alone, as a mark of the parser; `None` where there is none.
    """
    if len(text) > _LONGEST or not _may_be(text):
        return None, ""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark, text.split("\n")[mark.line][mark.column : mark.column + 1] if mark else ""
    except RecursionError:
        pass
    return None, ""


def _may_be(text: str) -> bool:
    asks = "?" in text and ("[" in text or "{" in text)
    return asks or "\t" in text or _COMMENTED_BLOCK.search(text) is not None
