"""Bodies as pages show them: Markdown in, HTML out."""

# ruff: noqa: E501 - HTML stands on one line

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from persona_docs.pages.bodies.html import Words
from persona_docs.reading.body.parsing import parse
from tests.pages.bodies import expect, shown

# ---- blocks


def test_prose() -> None:
    expect(
        """
        Some *emphasis*, **strength**, ~~regret~~, `code <b>` and a
        second line.\\
        Third & last.

        > Quoted

        ---
        """,
        """
        <p>Some <em>emphasis</em>, <strong>strength</strong>, <del>regret</del>, <code>code &lt;b&gt;</code> and a
        second line.<br>
        Third &amp; last.</p>
        <blockquote>
        <p>Quoted</p>
        </blockquote>
        <hr>
        """,
    )


def test_lists_keep_their_numbers() -> None:
    expect(
        """
        5. five
        6. six
           - inner

        0) zero
        """,
        """
        <ol start="5">
        <li>five</li>
        <li>six
        <ul>
        <li>inner</li>
        </ul>
        </li>
        </ol>
        <ol start="0">
        <li>zero</li>
        </ol>
        """,
    )


def test_tables_align_their_columns() -> None:
    expect(
        """
        | a | b | c |
        |---|:-:|--:|
        | 1 | 2 |
        """,
        """
        <table tabindex="0">
        <thead>
        <tr>
        <th>a</th>
        <th class="persona-align-center">b</th>
        <th class="persona-align-right">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="persona-align-center">2</td>
        <td class="persona-align-right"></td>
        </tr>
        </tbody>
        </table>
        """,
    )


def test_tables_that_may_be_too_wide_can_be_scrolled_by_keyboard() -> None:
    assert shown("|a|b|\n|-|-|\n|c|d|").startswith("<table>")
    assert shown(f"|a|b|\n|-|-|\n|c|{'d' * 40}|").startswith('<table tabindex="0">')


def test_code_has_the_classes_of_the_theme() -> None:
    expect(
        """
        ```python title="a.py"
        return 1
        ```

        ```
        <b>
        ```

        ~~~ no-such-language
        x
        ~~~

            indented
        """,
        """
        <div class="language-python highlight"><pre><span></span><code><span class="k">return</span> <span class="mi">1</span>
        </code></pre></div>
        <div class="language-text highlight"><pre><span></span><code>&lt;b&gt;
        </code></pre></div>
        <div class="language-no-such-language highlight"><pre><span></span><code>x
        </code></pre></div>
        <div class="language-text highlight"><pre><span></span><code>indented
        </code></pre></div>
        """,
    )


def test_code_that_may_be_wider_than_a_phone_is_reached_by_keyboard() -> None:
    assert '<code tabindex="0">' in shown("```\n" + "x" * 80 + "\n```")
    assert "tabindex" not in shown("```\nshort\n```")


def test_code_is_shown_to_the_letter() -> None:
    assert "<code>\n\n  x\n\n</code>" in shown("```\n\n\n  x\n\n```").replace("<code>\n\n\n", "<code>\n\n")
    html = shown("```c++\n\n\tint a;\n\n```")
    assert 'class="language-cpp highlight"' in html
    assert "\t" in html


def test_alerts_are_admonitions() -> None:
    expect(
        """
        > [!WARNING]
        > Mind **this**.

        > [!tip]
        >
        > - a

        > [!NOTE]

        > [!ELSE]
        > text
        """,
        """
        <div class="admonition warning">
        <p class="admonition-title" dir="auto">Atención</p>
        <p>Mind <strong>this</strong>.</p>
        </div>
        <div class="admonition tip">
        <p class="admonition-title" dir="auto">Tip</p>

        <ul>
        <li>a</li>
        </ul>
        </div>
        <blockquote>
        <p>[!NOTE]</p>
        </blockquote>
        <blockquote>
        <p>[!ELSE]
        text</p>
        </blockquote>
        """,
        words=Words(warning="Atención"),
    )


def test_footnotes() -> None:
    expect(
        """
        One[^a] and again[^a].

        [^a]: Said *here*.
        """,
        """
        <p>One<sup id="persona-fnref-1"><a class="footnote-ref" href="#persona-fn-1">1</a></sup> and again<sup id="persona-fnref-1-2"><a class="footnote-ref" href="#persona-fn-1">1</a></sup>.</p>
        <section class="footnote" aria-label="Footnotes">
        <ol>
        <li id="persona-fn-1"><p>Said <em>here</em>. <a class="footnote-backref" href="#persona-fnref-1" aria-label="Back to reference 1">↩</a> <a class="footnote-backref" href="#persona-fnref-1-2" aria-label="Back to reference 1–2">↩</a></p>
        </li>
        </ol>
        </section>
        """,
    )


def test_diagrams_where_the_site_draws_them() -> None:
    text = '```mermaid\n%%{init: {"securityLevel": "loose"}}%%\ngraph TD\n  A-->B\n```'
    assert 'class="language-mermaid highlight"' in shown(text)
    assert shown(text, mermaid=True) == '<pre class="mermaid"><code>graph TD\n  A--&gt;B\n</code></pre>'


@pytest.mark.parametrize(
    "diagram",
    [
        "--- \nconfig: {theme: dark}\n---\t\nA-->B",
        "\n\n---\nconfig: {theme: dark}\n---\nA-->B",
        "A-->B %%{config: {theme: dark}}%%",
        "A-->B\n%%{config: {theme: dark",
    ],
)
def test_a_diagram_sets_nothing_however_it_says_so(diagram: str) -> None:
    told = shown(f"```mermaid\n{diagram}\n```", mermaid=True)
    assert "A--&gt;B" in told
    assert "config" not in told


def test_a_body_that_cannot_be_afforded_is_shown_as_source() -> None:
    assert shown("> " * 200 + "<b>").endswith("&lt;b&gt;</code></pre>")
    assert shown("") == ""


# ---- checklists


def test_task_items_wait_for_the_script() -> None:
    html = shown(
        """
        # Ready

        - [ ] **one**
          1. [x] two
        - [X] loose

          more
        - note
        """
    )
    assert re.sub(r'data-key="[0-9a-f]{8}"', 'data-key="KEY"', html) == dedent(
        """
        <h2 id="ready">Ready</h2>
        <ul data-checklist="Ready">
        <li class="task-list-item"><p><label><input type="checkbox" class="persona-check" data-key="KEY" disabled=""> <strong>one</strong></label></p>
        <ol>
        <li class="task-list-item"><label><input type="checkbox" class="persona-check" data-key="KEY" checked="" disabled=""> two</label></li>
        </ol>
        </li>
        <li class="task-list-item"><p><label><input type="checkbox" class="persona-check" data-key="KEY" checked="" disabled=""> loose</label></p>
        <p>more</p>
        </li>
        <li><p>note</p>
        </li>
        </ul>
        """
    ).strip("\n")


def test_plain_checklists_carry_their_keys() -> None:
    html = shown("**Checklist:**\n\n- a\n  - b\n\nOther:\n- c")
    (checklist,) = parse("**Checklist:**\n\n- a\n  - b\n", "a.md")[0].checklists
    assert '<ul data-checklist="Checklist">' in html
    assert [f'<li data-key="{item.key}">{item.text}' in html for item in checklist.items] == [True, True]
    assert "<li>c</li>" in html


def test_every_item_of_the_body_is_on_the_page() -> None:
    text = "- [ ] a\n- [ ] a\n\n> - x\n>   - y\n\n1. z\n   - [x] b\n\n# Checklist\n- c\n"
    body, _ = parse(text, "a.md")
    html = shown(text)
    keys = [item.key for checklist in body.checklists for item in checklist.items]
    assert [html.count(f'data-key="{key}"') for key in keys] == [1, 1, 1, 1]


# ---- links and images


def test_links() -> None:
    expect(
        """
        [web](https://example.org "Title") <me@example.org> [file](../a%20b.md#c) [none](none.md) [empty]()

        [js](javascript:x) [up](#A-Heading) [up](#user-content-a-heading) [raw](#mark) [dead](#dead) <a name="mark">m</a>

        # A heading
        """,
        """
        <p><a href="https://example.org" title="Title" rel="noopener noreferrer">web</a> <a href="mailto:me@example.org">me@example.org</a> <a href="/to/../a%20b.md#c">file</a> none empty</p>
        <p>js <a href="#a-heading">up</a> <a href="#a-heading">up</a> <a href="#user-content-mark">raw</a> dead <a id="user-content-mark">m</a></p>
        <h2 id="a-heading">A heading</h2>
        """,
        resolve=lambda href: None if href == "none.md" else f"/to/{href}",
    )


def test_anchors_that_were_moved_are_found_by_their_old_name() -> None:
    assert '<a href="#section-__init__">' in shown("[x](#__init__)\n\n# `__init__`")
    assert '<a href="#-ideas">' in shown("[x](#️-ideas)\n\n# ⚙️ Ideas")


def test_images() -> None:
    expect(
        """
        ![a](a.png "T") ![b](https://far.example/b.png) ![](https://far.example/c%20d.png) ![e](https://near.example/e.png)

        [![badge](https://far.example/f.svg)](https://example.org) ![g](data:image/png;base64,x) ![h](none.png)
        """,
        """
        <p><img src="/to/a.png" alt="a" title="T" loading="lazy"> <a href="https://far.example/b.png" rel="noopener noreferrer">b</a> <a href="https://far.example/c%20d.png" rel="noopener noreferrer">c d.png</a> <img src="https://near.example/e.png" alt="e" loading="lazy"></p>
        <p><a href="https://example.org" rel="noopener noreferrer">badge</a> g h</p>
        """,
        image_hosts=("near.example",),
        resolve=lambda href: None if href == "none.png" else f"/to/{href}",
    )
