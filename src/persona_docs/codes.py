"""The closed set of finding codes: what each means, how bad it is, and how to fix it.

The documentation has a page for each, made from this table; options raise, lower or silence them by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from persona_docs.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        name: kebab-case, never renamed once released.
        severity: the level it has unless an option says otherwise.
        summary: what is wrong, in a few words.
        why: what goes wrong because of it, one or two sentences.
        fix: what to do, one sentence.
    """

    name: str
    severity: Severity
    summary: str
    why: str
    fix: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_TABLE = (
    # Files
    Code(
        "unreadable-file",
        _ERROR,
        "The file cannot be read",
        "It is missing, not a regular file, or its permissions forbid reading it.",
        "Give the reader permission, or take it out of the sources.",
    ),
    Code(
        "outside-link",
        _ERROR,
        "A symbolic link leaves the sources",
        "Following it would publish files that nobody meant to publish.",
        "Put a copy of the file beside the others.",
    ),
    Code(
        "too-large",
        _ERROR,
        "The file, or a part of it, is larger than the limit",
        "One huge file can slow every build and every reader down.",
        "Split it, or raise the limit in the options.",
    ),
    Code(
        "left-out",
        _INFO,
        "Files that are not read as personas",
        "A `README.md`, an `index.md` and the like are about the project, and plain text has no form that a "
        "product loads. A data file of which nothing reads as a persona is named too, and so is what lies "
        "with a `SKILL.md` and is a part of that skill: its references, rules, templates and data, and what "
        "skills share. So are the `steps` beside a `workflow.md`, and the notes of a project that is read "
        "whole: Markdown that does not describe a persona.",
        "No action needed. If one of them is a persona after all, rename it, or name it or its folder in "
        "`sources`.",
    ),
    Code(
        "no-personas",
        _WARNING,
        "A source holds no persona",
        "The catalog stays empty although the options name this source.",
        "Check the path. In `mkdocs.yml` it is relative to that file, on the command line to the current "
        "folder.",
    ),
    # Bytes and characters
    Code(
        "undecodable",
        _ERROR,
        "The bytes are not text",
        "The file is binary, or in an encoding that cannot be told for sure, so it cannot be shown.",
        "Save it as UTF-8.",
    ),
    Code(
        "encoding",
        _WARNING,
        "The file is not UTF-8",
        "Most tools that load personas expect UTF-8 and show or send the wrong characters.",
        "Save it as UTF-8.",
    ),
    Code(
        "mojibake",
        _WARNING,
        "Accents were broken by a wrong encoding, and repaired on the page",
        "The file holds UTF-8 that was once misread and saved again; a model gets it broken.",
        "Save the repaired text over the file.",
    ),
    Code(
        "line-ends",
        _INFO,
        "The file mixes line ends, or ends lines with carriage returns alone",
        "Tools that know only one kind see a file of one line, and no front matter.",
        "Save it with one kind of line end.",
    ),
    Code(
        "hidden-characters",
        _ERROR,
        "The text holds characters a reader cannot see",
        "Bidirectional overrides, tag and zero-width characters hide instructions from people.",
        "Delete them; the message names each code point and its place.",
    ),
    Code(
        "zero-width",
        _WARNING,
        "The text holds characters without width",
        "They split words so that searches and reviews miss them, and make one name look like another.",
        "Delete them where they are not meant; the message names each code point and its place.",
    ),
    Code(
        "control-characters",
        _WARNING,
        "The text holds control characters",
        "NUL, escape sequences and stray byte order marks break terminals and parsers.",
        "Delete them.",
    ),
    # Front matter
    Code(
        "front-matter",
        _ERROR,
        "The front matter is not valid YAML",
        "Tools skip the whole persona, or lose fields; what could be read is shown.",
        "Put the value in quotes; the message shows the corrected line.",
    ),
    Code(
        "front-matter-place",
        _WARNING,
        "The front matter does not start on the first line or is not closed as it should be",
        "Tools that follow the convention see no front matter at all.",
        "Start the file with `---` and close the block with `---`, both alone on an unindented line.",
    ),
    Code(
        "front-matter-limits",
        _ERROR,
        "The front matter is nested too deeply, repeats itself, or is too large",
        "Anchors and nesting can make a small file explode in memory.",
        "Write the values out, flat.",
    ),
    Code(
        "duplicate-key",
        _WARNING,
        "A key appears twice",
        "Tools silently take one of the two; a reviewer may have read the other.",
        "Keep one of them.",
    ),
    Code(
        "wrong-type",
        _WARNING,
        "A field holds the wrong kind of value",
        "Tools may refuse it or show something odd.",
        "Use the kind of value that the message names.",
    ),
    Code(
        "other-reading",
        _INFO,
        "YAML reads a key or value differently from how it is written",
        "`no` becomes false, `1.10` becomes 1.1 and `12:30` a number in tools that follow YAML; some fail "
        "on a date that does not exist, or on a tab. Here it is kept as it is written.",
        "Put it in quotes.",
    ),
    Code(
        "key-case",
        _INFO,
        "A key is written with capitals",
        "It is understood here; most products only know it in lower case, and ignore it.",
        "Write it in lower case.",
    ),
    Code(
        "unknown-key",
        _WARNING,
        "A key that the product almost has, or has under another name",
        "It is ignored silently: `tool: Read` limits nothing, and the persona may use every tool.",
        "Write the key that the message names.",
    ),
    # Fields
    Code(
        "missing-front-matter",
        _WARNING,
        "There is no front matter",
        "Products find a persona by the name and the description in it; most do not load a file without one.",
        "Start the file with `---`, `name:`, `description:` and `---`, each on a line of its own.",
    ),
    Code(
        "missing-name",
        _WARNING,
        "There is no name",
        "The file's name is used; most products want a name of its own.",
        "Add `name:` to the front matter.",
    ),
    Code(
        "path-name",
        _WARNING,
        "The name looks like a path",
        "Tools that make files out of names may write outside their folder; the catalog does not.",
        "Give it a name of letters and digits.",
    ),
    Code(
        "mixed-scripts",
        _WARNING,
        "A word mixes letters of several scripts that look alike",
        "It looks like another name without being it, and can pass for a persona people trust.",
        "Retype the word in one script.",
    ),
    Code(
        "name-form",
        _WARNING,
        "The name does not have the form that its product accepts",
        "With capitals, spaces or punctuation, a skill is refused or cannot be called.",
        "Write it in lower-case letters and digits, with single hyphens between the words.",
    ),
    Code(
        "name-differs",
        _INFO,
        "The name differs from that of its file or folder",
        "Products differ in which of the two they use; a skill is refused. What three files of a folder or "
        "more add to theirs alike, as `kit-` in `kit-review`, is not told.",
        "Rename one of the two.",
    ),
    Code(
        "address",
        _INFO,
        "The name cannot be the address of the page",
        "It is reserved, has no letters, starts with a character that hides files, or is very long.",
        "No action needed; a plain name gives a plain address.",
    ),
    Code(
        "missing-description",
        _WARNING,
        "There is no description",
        "Products choose personas by their description.",
        "Add `description:`: what it does and when to use it.",
    ),
    Code(
        "empty-body",
        _WARNING,
        "There is no text below the front matter",
        "The persona has no instructions.",
        "Write what it should do.",
    ),
    Code(
        "long-description",
        _WARNING,
        "The description is longer than its product allows",
        "It is cut, or refused.",
        "Shorten it; move examples into the body.",
    ),
    Code(
        "unknown-tool",
        _WARNING,
        "A tool that the product does not have",
        "It is ignored, or the persona refuses to start.",
        "Correct the spelling; the message names the nearest.",
    ),
    Code(
        "tool-conflict",
        _WARNING,
        "A tool is allowed and denied at once",
        "Which of the two wins differs by product.",
        "Keep one of them.",
    ),
    Code(
        "unknown-model",
        _INFO,
        "A model that the product does not name",
        "It may be refused.",
        "Use one of the names in the message.",
    ),
    Code(
        "unknown-value",
        _WARNING,
        "A setting with a value that the product does not know",
        "It is ignored, or the persona refuses to start; one that should only read may write.",
        "Use one of the values in the message.",
    ),
    Code(
        "unknown-color",
        _INFO,
        "A colour that is neither a CSS name nor hexadecimal",
        "The catalog picks one of its own; products ignore it.",
        "Use one of the names in the message, or `#rrggbb`.",
    ),
    Code(
        "unknown-icon",
        _WARNING,
        "An icon that is no emoji",
        "The catalog shows emoji alone; a name or a path of a picture means something to one tool only.",
        "Use an emoji.",
    ),
    Code(
        "secret",
        _ERROR,
        "This looks like a secret",
        "Published, it can be used by anyone; it is masked here.",
        "Remove it, revoke it, and read it from the environment instead.",
    ),
    # Side by side
    Code(
        "same-name",
        _WARNING,
        "Several personas have this name",
        "A product loads one of them, and which one is left to chance. Each product looks into its own "
        "folder, so a name may be the same in `.claude` and in `.github`; a translation keeps it too, and a "
        "command may have an agent's. In one folder, for one product, it is an error. A copy, which has the "
        "text too, is told of as `near-duplicate`, unless that is left out or set to a milder level.",
        "Rename all but one.",
    ),
    Code(
        "same-slug",
        _WARNING,
        "Several personas would have the same address",
        "The first in path order gets it. The others are told apart by file, by folder or by a number, which "
        "may change when files come and go.",
        "Give them names that differ in letters or digits.",
    ),
    Code(
        "same-path",
        _WARNING,
        "Two files differ only in case or in the form of their accents",
        "macOS and Windows take them for one file, and one of the two is lost there.",
        "Rename one of them.",
    ),
    Code(
        "same-trigger",
        _WARNING,
        "Several personas answer to this trigger",
        "Who answers depends on the product.",
        "Keep the trigger in one of the files.",
    ),
    Code(
        "trigger-is-name",
        _WARNING,
        "A trigger is the name of another persona",
        "Whoever types it may get either.",
        "Change the trigger, or the name.",
    ),
    Code(
        "unknown-persona",
        _WARNING,
        "It names a persona that is not here",
        "The hand-off leads nowhere.",
        "Correct the name, or add the persona to the sources.",
    ),
    Code(
        "unknown-skill",
        _INFO,
        "It names a skill that is not here",
        "The product skips the skill, or the persona refuses to start.",
        "Correct the name, or add the skill to the sources.",
    ),
    Code(
        "near-duplicate",
        _WARNING,
        "Two personas are almost the same text",
        "They are maintained twice, and drift apart. Each copy is told of once, with the name and the "
        "address that its original has too; in one folder, for one product, the same name makes it an error. "
        "Personas kept for several products are meant to be the same; they are told of once they differ.",
        "Keep one, or say in both what differs.",
    ),
    # Bodies
    Code(
        "fence",
        _WARNING,
        "A code fence is not closed, or holds fences of the same length",
        "Everything below it is shown, and read, as code.",
        "Close it, or give the outer fence one more backtick.",
    ),
    Code(
        "broken-link",
        _WARNING,
        "A relative link leads nowhere",
        "Readers cannot follow it.",
        "Correct the path.",
    ),
    Code(
        "unsafe-html",
        _WARNING,
        "Script, style or another unsafe element in the body",
        "It is shown as text or left out; no page runs it.",
        "Remove it, or put it into a code block if it is an example.",
    ),
    Code(
        "unsafe-link",
        _WARNING,
        "A link with a scheme that is not allowed",
        "Only http, https, mailto and relative links become links.",
        "Write an http, https, mailto or relative address, or put it into a code span if it is an example.",
    ),
    Code(
        "remote-image",
        _WARNING,
        "An image on another host",
        "Every reader's browser would call that host; it is shown as a link instead.",
        "Put the image beside the personas, or allow its host in the options.",
    ),
    Code(
        "instructions",
        _WARNING,
        "The text asks for something that needs a close look",
        "It pipes a download into a shell, has a model ignore its instructions, sends secrets elsewhere, "
        "or holds text that is encoded or pushed out of view. A hint, found by wording: what is quoted or "
        "warned against is let through.",
        "Read it carefully; say plainly what it is for, or remove it.",
    ),
    Code(
        "inclusion",
        _WARNING,
        "Syntax that makes other tools read files or run code",
        "The catalog shows it as it is written; a site that renders the file with such a tool publishes "
        "what it names.",
        "Remove it, or put it into a code block if it is an example.",
    ),
    Code(
        "too-slow",
        _ERROR,
        "Rendering took longer than the limit",
        "Some text is crafted to take very long to render; its source is shown instead.",
        "Simplify it, or raise the limit in the options.",
    ),
)

CODES: dict[str, Code] = {code.name: code for code in _TABLE}
"""Every code by its name, in the order of the documentation."""


def finding(
    code: str, message: str, path: str, line: int = 0, column: int = 0, *, fix: str = "", persona: str = ""
) -> Finding:
    """A finding with its code's own severity and, where none is given, its code's own fix.

    Raises:
        KeyError: the code is not in `CODES`.
    """
    known = CODES[code]
    return Finding(code, known.severity, message, path, line, column, fix or known.fix, persona)
