"""How exported pages look: Chinese typography, light and dark, on paper and in a reader."""

TYPE = """
body { line-height: 1.8; text-align: justify; overflow-wrap: anywhere;
  font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
:lang(zh-Hant) body, body:lang(zh-Hant) {
  font-family: "Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", PMingLiU, serif; }
h1, h2, h3, h4, .kicker, .subtitle, nav, th {
  font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1, h2, h3, h4 { line-height: 1.4; text-align: start; margin: 1.2em 0 0.5em; }
p { margin: 0; text-indent: 2em; }
.headline { margin: 0 0 1em; }
.headline :is(h1, h2, h3) { margin: 0; }
.kicker, .subtitle { text-indent: 0; text-align: start; font-size: 1.05em; opacity: 0.85; }
.byline, .dateline { text-indent: 0; margin: 0.3em 0; font-family: KaiTi, STKaiti, serif; }
.caption, .credit { text-indent: 0; font-size: 0.9em; }
.credit { text-align: end; opacity: 0.85; }
.picture { margin: 1em 0; padding: 0.5em 0.8em; border-left: 3px solid #9994; }
table { border-collapse: collapse; margin: 1em 0; font-size: 0.95em; }
td { border: 1px solid #9998; padding: 0.2em 0.6em; vertical-align: top; white-space: pre-wrap; }
"""

PAGE = (
    """
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fdfcf8; --faint: #66645e; --line: #d8d4c8;
  --mark: #fdeeb5; --link: #8a2d1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e2dc; --paper: #1b1b1d; --faint: #a3a098; --line: #3c3b38;
    --mark: #51430f; --link: #f0a08e; }
}
html { background: var(--paper); color: var(--ink); }
"""
    + TYPE
    + """
body { max-width: 40em; margin: 0 auto; padding: 2em 1.2em 5em; font-size: 1.0625rem; }
a { color: var(--link); }
.about { color: var(--faint); font-size: 0.85em; text-indent: 0; }
nav ol { padding-left: 1.6em; }
article { margin-top: 2.5em; padding-top: 2em; border-top: 1px solid var(--line); }
article:target :is(h2, h3) { text-decoration: underline; text-decoration-color: var(--link); }
ins { text-decoration: none; background: var(--mark); border-bottom: 1px dotted currentColor; cursor: help; }
ins.gone::before { content: "\\2038"; }
sup.note { line-height: 1; text-indent: 0; font-size: 0.7em; }
sup.note a { text-decoration: none; padding: 0 0.15em; }
.apparatus { margin-top: 2em; font-size: 0.9em; }
.apparatus h3 { font-size: 1em; }
.apparatus li { margin: 0.3em 0; }
details { margin-top: 3em; border-top: 1px solid var(--line); padding-top: 1em; font-size: 0.9em; }
details li { margin: 0.3em 0; }
@media print {
  :root { --ink: #000; --paper: #fff; --mark: #fff; }
  nav { display: none; }
  article { break-inside: auto; }
  h2, h3, h4 { break-after: avoid; }
}
"""
)
"""For a page in a browser."""

BESIDE = """
:root { --lit: #f5c51855; }
.scan { margin: 1.5em 0; }
.scan svg, .scan img { display: block; width: 100%; height: auto; box-sizing: border-box;
  border: 1px solid var(--line); }
.scan g { fill: transparent; }
.scan a:is(:hover, :focus-visible) g { fill: var(--lit); }
@media screen and (min-width: 64em) {
  body:has(.scan) { max-width: 96em; }
  body:has(.scan) > *, body:has(.scan) .page > * { max-width: 40em; }
  body:has(.scan) > .page { max-width: none; }
  :is(body, .page):has(> .scan) { display: grid; column-gap: 3em; align-items: start; grid-auto-flow: dense;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  :is(body, .page):has(> .scan) > * { grid-column: 1; width: 100%; justify-self: end;
    box-sizing: border-box; }
  :is(body, .page):has(> .scan) > .scan { grid-column: 2; grid-row: 1 / span 9; position: sticky; top: 1em;
    margin: 0; justify-self: start; max-width: none; max-height: calc(100vh - 2em); overflow: auto; }
}
"""
"""For scans in a browser: beside the text of their page where there is room, above it elsewhere."""
