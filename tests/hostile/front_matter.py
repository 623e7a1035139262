"""Front matter: kept as written, bounded, never constructed, and never the reason that a body is lost."""

from __future__ import annotations

from tests.hostile.case import AFTER, BEFORE, DESCRIPTION, ERROR, INFO, WARNING, Case, front, whole

_FM, _PLACE, _LIMITS, _TYPE = "front-matter", "front-matter-place", "front-matter-limits", "wrong-type"
_BODY = f"{BEFORE}\n\n{AFTER}\n"
_SEEN = (BEFORE, AFTER)

_READ_OTHERWISE = (
    front(
        "keys that are truth values",
        "on: push\nyes: it\noff: stop",
        INFO,
        "other-reading",
        fields={"extra.on": "push", "extra.yes": "it", "extra.off": "stop"},
    ),
    front(
        "truth values in a list",
        "tags: [no, yes, Off, plain]",
        INFO,
        "other-reading",
        fields={"tags": "no | yes | Off | plain"},
        line=2,
    ),
    front("name that is a truth value", "name: Yes", INFO, "other-reading", fields={"name": "Yes"}),
    front(
        "octal and base sixty",
        "mask: 0755\nat: 12:30:45",
        INFO,
        "other-reading",
        fields={"extra.mask": "0755", "extra.at": "12:30:45"},
    ),
    front("version that ends with zero", "version: 1.10", INFO, "other-reading", fields={"version": "1.10"}),
    front(
        "dates",
        "created: 2024-01-31\nat: 2024-01-31T10:00:00Z",
        fields={"extra.created": "2024-01-31", "extra.at": "2024-01-31T10:00:00Z"},
    ),
    front(
        "date that does not exist",
        "created: 2024-02-30",
        WARNING,
        "other-reading",
        line=2,
        fields={"extra.created": "2024-02-30"},
    ),
    front(
        "thirteenth month",
        "created: 2024-13-01",
        INFO,
        "other-reading",
        line=2,
        fields={"extra.created": "2024-13-01"},
    ),
    front(
        "nothing everywhere",
        "name:\ndescription: ~\ntools: null\ntags: [~, null]",
        WARNING,
        "missing-description",
        lacks=(">None<", "none,"),
    ),
    front("name is null", "name: null", WARNING, "missing-name", fields={"name": "case-name-is-null"}),
    front(
        "keys of other kinds",
        "1: one\n2.5: half\ntrue: so\nnull: void\n2024-01-01: day",
        INFO,
        "other-reading",
        fields={"extra.1": "one", "extra.2.5": "half", "extra.true": "so", "extra.2024-01-01": "day"},
    ),
    front("number of five thousand digits", "count: " + "9" * 5000, INFO, "other-reading"),
    front(
        "infinity and no number",
        "limit: .inf\nrate: .nan",
        INFO,
        "other-reading",
        fields={"extra.limit": ".inf", "extra.rate": ".nan"},
    ),
    front("name of digits", "name: 007", INFO, "other-reading", fields={"name": "007"}),
    front(
        "words that no reader changes",
        "version: 3.0\nmodel: opus\nproactive: true\ncount: 12",
        most=INFO,
        fields={"version": "3.0", "model": "opus"},
    ),
)

_TAGS = (
    front("bytes, sets and ordered maps", "b: !!binary aGVsbG8=\ns: !!set {a, b}\no: !!omap [a: 1]", INFO),
    front("object of Python", "run: !!python/object/apply:os.system ['echo pwned']", ERROR, _FM, line=2),
    front("variable of the environment", "home: !ENV [HOME, none]", ERROR, _FM, lacks="/root", line=2),
    front("path that is relative", "base: !relative $config_dir", ERROR, _FM, line=2),
    front("tag nobody knows", "x: !thing 1", ERROR, _FM, line=2),
    front("control character", "x: a\x07b", ERROR, "control-characters", line=2),
    front("text behind a sign that YAML takes", "description: !important words here", WARNING, _FM),
    front("text behind an anchor", "description: &anchor words here", INFO, "other-reading"),
)

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{here}: &{here} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, here in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES = "k0: &k0 {a: 1, b: 2, c: 3}\n" + "".join(
    f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 3)}], x{n}: 1}}\n" for n in range(1, 14)
)

_EXPLOSIONS = (
    front("laughs by the billion", _BOMB, ERROR, _LIMITS),
    front("laughs by the billion in a field that tables show", _BOMB + "expertise: *i", ERROR, _LIMITS),
    front("structure that holds itself", "a: &a [*a]", ERROR, _LIMITS),
    front("key that is too long", "k" * 1100 + ": v", ERROR),
    front("key that is too long and asked for", "? " + "k" * 1100 + "\n: v", most=None),
    front("merge keys that multiply", _MERGES, WARNING, _LIMITS),
    front(
        "merge key",
        "base: &base {model: opus}\nsettings:\n  <<: *base\n  size: big",
        most=INFO,
        fields={"extra.settings.size": "big"},
    ),
    front("flow nested a thousand deep", "a: " + "[" * 1000 + "]" * 1000, ERROR, _LIMITS, line=2),
    front("flow nested thirty thousand deep", "a: " + "[" * 30_000, ERROR, _LIMITS),
    front("flow nested a hundred thousand deep", "a: " + "[" * 100_000, ERROR, _LIMITS),
    front("maps nested in flow", "a: " + "{a: " * 9_000, ERROR, _LIMITS),
    front("blocks nested deep", "".join(f"{' ' * n}a:\n" for n in range(60)), ERROR, _LIMITS),
    front("blocks nested very deep", "".join(f"{' ' * n}a:\n" for n in range(340)), ERROR, _LIMITS),
    front("ten thousand keys", "".join(f"k{n}: v\n" for n in range(10_000)), WARNING, _LIMITS),
    front("list of a hundred thousand", "tags: [" + "a, " * 100_000 + "]", ERROR, _LIMITS),
    front("list of two thousand", "tags: [" + "a, " * 2_000 + "]", ERROR, _LIMITS),
    front("twenty thousand empty keys", "x: {" + "," * 20_000 + "}", WARNING),
    front(
        "twenty thousand keys without values",
        "x: {" + ", ".join(f"k{n}" for n in range(9_000)) + "}",
        WARNING,
        _LIMITS,
    ),
    front("explicit keys nested", "? " * 400 + "a", ERROR),
    front("description of a hundred thousand letters", "description: " + "long words " * 9_000, WARNING),
    front("description of thirty thousand letters", "description: " + "long words " * 3_000, WARNING),
)

_SYNTAX = (
    front("list as a key", "? [a, b]\n: c", ERROR, _FM),
    front(
        "two keys of one name",
        "tools: Read\ntools: Bash",
        WARNING,
        "duplicate-key",
        line=3,
        fields={"tools.mode": "list"},
    ),
    front("two keys of one name below", "settings:\n  size: 1\n  size: 2", WARNING, "duplicate-key", line=4),
    front("tab as indentation", "metadata:\n\tversion: 1", ERROR, _FM, line=3),
    front("no-break space as indentation", "metadata:\n\u00a0\u00a0version: 1", ERROR, _FM, line=3),
    front(
        "colon in a plain value",
        "description: Use when: the lawn is wet\nmodel: opus",
        ERROR,
        _FM,
        line=2,
        fields={"description": "Use when: the lawn is wet", "model": "opus"},
    ),
    front(
        "star read as an alias",
        "globs: *.py\nmodel: opus",
        ERROR,
        _FM,
        line=2,
        fields={"model": "opus", "file_patterns": "*.py"},
    ),
    front("signs that are reserved", "role: @lead of the shed\nmotto: `dig`\nnext: %one", ERROR, _FM, line=2),
    front(
        "comment cuts a value", "description: Waters lawns # and feeds fish", INFO, "other-reading", line=2
    ),
    front(
        "comment breaks a list", "tags: [one, #two, three]\nmodel: opus", ERROR, _FM, fields={"model": "opus"}
    ),
    front("quote never closed", 'description: "Waters the lawn\nmodel: opus', ERROR, _FM, line=2),
    front("bracket never closed", "tags: [one, two\nmodel: opus", ERROR, _FM, fields={"model": "opus"}),
    front("block text indented wrongly", "description: |\n   deep\n shallow", ERROR, _FM),
    front("half of a pair of surrogates", 'title: "\\ud800"', ERROR, _FM, line=2),
    front(
        "control characters by escapes",
        'title: "a\\0b\\e[31mc\\a\\x9b2Jd"',
        WARNING,
        "control-characters",
        line=2,
        lacks=("\x00", "\x1b", "\x07", "\x9b"),
    ),
    front(
        "folded text with an empty line",
        "description: >\n  Waters the lawn.\n\n  Feeds the fish.",
        most=INFO,
        fields={"description": "Waters the lawn. Feeds the fish."},
    ),
    front(
        "dashes in a block text",
        "description: |\n  above\n  ---\n  below",
        most=INFO,
        fields={"description": "above --- below"},
    ),
    front(
        "hidden line ends of YAML",
        "title: one\u0085model: two\u2028color: red",
        WARNING,
        "control-characters zero-width",
        fields={"model": ""},
    ),
    front("keys in capitals", "Name: Capital\nDescription: In capitals", INFO, fields={"name": "Capital"}),
    front("markup in a key", "<img src=x onerror=window.pwned=1>: value", WARNING),
    front("markup in a key in quotes", '"<script>window.pwned=1</script>": value', WARNING, "unsafe-html"),
)

_PLACES = (
    whole(
        "never closed",
        f"---\nname: open\ndescription: {DESCRIPTION}\n\n# Heading\n\n{_BODY}",
        ERROR,
        _PLACE,
        shows=_SEEN,
        fields={"name": "open"},
        line=1,
    ),
    whole(
        "never closed but for a rule",
        f"---\nname: open\ndescription: {DESCRIPTION}\n\n# Heading\n\n{BEFORE}\n\n---\n\n{AFTER}\n",
        ERROR,
        _PLACE,
        shows=("Heading", *_SEEN),
        fields={"name": "open"},
    ),
    whole(
        "empty lines above",
        f"\n\n---\nname: late\ndescription: {DESCRIPTION}\n---\n{_BODY}",
        most=INFO,
        shows=_SEEN,
        fields={"name": "late"},
    ),
    whole(
        "text above",
        f"Some words.\n\n---\nname: late\ndescription: {DESCRIPTION}\n---\n{_BODY}",
        WARNING,
        _PLACE,
        shows=_SEEN,
    ),
    whole(
        "heading above",
        f"# Some words\n\n---\nname: late\ndescription: {DESCRIPTION}\n---\n{_BODY}",
        WARNING,
        _PLACE,
        shows=("Some words", *_SEEN),
        fields={"name": "late"},
    ),
    whole(
        "indented",
        f"  ---\n  name: in\n  description: {DESCRIPTION}\n  ---\n  {BEFORE}\n\n  {AFTER}\n",
        WARNING,
        _PLACE,
        shows=_SEEN,
        fields={"name": "in"},
    ),
    whole(
        "comment behind the dashes",
        f"--- # fields\nname: said\ndescription: {DESCRIPTION}\n---\n{_BODY}",
        WARNING,
        _PLACE,
        shows=_SEEN,
        fields={"name": "said"},
    ),
    whole("only comments", f"---\n# name: nobody\n---\n{_BODY}", WARNING, shows=_SEEN),
    whole(
        "spaces behind the dashes",
        f"---  \nname: wide\ndescription: {DESCRIPTION}\n--- \n{_BODY}",
        most=INFO,
        shows=_SEEN,
        fields={"name": "wide"},
    ),
    whole(
        "four dashes",
        f"----\nname: four\ndescription: {DESCRIPTION}\n----\n{_BODY}",
        WARNING,
        _PLACE,
        shows=_SEEN,
        fields={"name": "four"},
    ),
    whole(
        "closed with dots",
        f"---\nname: dots\ndescription: {DESCRIPTION}\n...\n{_BODY}",
        most=WARNING,
        shows=_SEEN,
        fields={"name": "dots"},
    ),
    whole(
        "in TOML",
        f'+++\nname = "toml"\ndescription = "{DESCRIPTION}"\n+++\n{_BODY}',
        shows=_SEEN,
        fields={"name": "toml"},
    ),
    whole(
        "in JSON",
        f'{{"name": "json", "description": "{DESCRIPTION}"}}\n\n{_BODY}',
        shows=_SEEN,
        fields={"name": "json"},
    ),
    whole("in broken TOML", f"+++\nname = \n+++\n{_BODY}", ERROR, _FM, shows=_SEEN),
    whole("in TOML never closed", f"+++\nname = 'x'\n{_BODY}", WARNING, shows=_SEEN),
    whole("list", f"---\n- one\n- two\n---\n{_BODY}", ERROR, _FM, shows=_SEEN),
    whole("one text", f"---\njust words\n---\n{_BODY}", ERROR, _FM, shows=_SEEN),
    whole("empty", f"---\n---\n{_BODY}", WARNING, _PLACE, shows=_SEEN),
    whole(
        "two documents",
        f"---\nname: first\ndescription: {DESCRIPTION}\n---\nname: second\n---\n{_BODY}",
        WARNING,
        _PLACE,
        shows=_SEEN,
        fields={"name": "first"},
    ),
    whole(
        "two personas in one file",
        f"---\nname: first\ndescription: {DESCRIPTION}\n---\n{BEFORE}\n\n---\nname: second\n"
        f"description: x\n---\n\n{AFTER}\n",
        INFO,
        shows=_SEEN,
        fields={"name": "first"},
    ),
    whole("none at all", f"# Plain\n\n{_BODY}", INFO, shows=("Plain", *_SEEN)),
    whole(
        "lines that look like metadata",
        f"Author: me\nDate: today\n\n{_BODY}",
        INFO,
        shows=("Author: me", *_SEEN),
    ),
    whole("directive", f"---\n%YAML 1.2\n---\nname: new\n---\n{_BODY}", WARNING, shows=_SEEN),
    whole("directive of a tag", f"---\n%TAG ! tag:x,2000:\nname: new\n---\n{_BODY}", WARNING, shows=_SEEN),
)

_KINDS = (
    front("tools as a mapping", "tools:\n  read: true\n  bash: false", fields={"tools.allowed": "read"}),
    front("lists in lists", "tags:\n  - [one, two]\n  - three: four", WARNING, _TYPE),
    front(
        "commas in brackets and nothing between",
        "tools: Bash(git add, git commit),, Read,",
        most=INFO,
        fields={"tools.allowed": "Bash(git add, git commit) | Read"},
    ),
    front("name is a list", "name: [one, two]", ERROR, _TYPE, line=2, fields={"name": "case-name-is-a-list"}),
    front(
        "name is a mapping",
        "name: {first: one}",
        ERROR,
        _TYPE,
        line=2,
        fields={"name": "case-name-is-a-mapping"},
    ),
    front("description is a list", "description: [one, two]", WARNING, _TYPE),
)

CASES: tuple[Case, ...] = (*_READ_OTHERWISE, *_TAGS, *_EXPLOSIONS, *_SYNTAX, *_PLACES, *_KINDS)
