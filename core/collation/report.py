"""A report on witnesses and their variants that a browser shows: one file, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from core.collation.judging import Judgement
from core.collation.variants import Variant
from core.collation.witnesses import WitnessGroup
from core.document.page import PageView
from core.messages import Catalogue

AROUND = 16
"""So many characters are shown on either side of a reading."""

_HEAD = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>对校</title><style>
:root { color-scheme: light dark; --mark: #ffe08a; --dim: #666; --line: #ccc; }
@media (prefers-color-scheme: dark) { :root { --mark: #6b5200; --dim: #aaa; --line: #444; } }
body { font: 17px/1.7 serif; max-width: 54em; margin: 2em auto; padding: 0 1em; }
section.variant { border-top: 1px solid var(--line); padding: .6em 0; }
p { margin: .1em 0; } .kind, .who { color: var(--dim); font-size: .8em; } .best { font-weight: bold; }
mark { background: var(--mark); color: inherit; }
</style></head><body>
"""


def html_report(
    pages: Sequence[PageView],
    groups: Sequence[tuple[WitnessGroup, Sequence[tuple[Variant, Judgement]]]],
    catalogue: Catalogue,
) -> str:
    """Return the report; witnesses stand line under line, what differs is marked."""
    return _HEAD + "".join(_group(pages, *group, catalogue) for group in groups) + "</body></html>"


def _group(
    pages: Sequence[PageView],
    group: WitnessGroup,
    found: Sequence[tuple[Variant, Judgement]],
    catalogue: Catalogue,
) -> str:
    names = [escape(str(pages[it.page].key)) for it in group.witnesses]
    listed = "".join(f"<li>{name}</li>" for name in names)
    variants = "".join(_variant(names, group, *judged, catalogue) for judged in found)
    return f'<h1>{escape(group.title)}</h1><ol start="0">{listed}</ol>{variants}\n'


def _variant(
    names: Sequence[str], group: WitnessGroup, variant: Variant, judgement: Judgement, catalogue: Catalogue
) -> str:
    lines = []
    for number, reading in enumerate(variant.readings):
        best = ' class="best"' if number == judgement.preferred else ""
        for witness, (start, end) in zip(reading.witnesses, reading.spans, strict=True):
            raw = group.witnesses[witness].text.raw
            before, after = raw[max(0, start - AROUND) : start], raw[end : end + AROUND]
            read = escape(raw[start:end]) or "∅"
            lines.append(
                f'<p{best}><span class="who">{names[witness]}</span> '
                f"{escape(before)}<mark>{read}</mark>{escape(after)}</p>"
            )
    head = f'<p class="kind">{variant.kind.value} · {escape(catalogue.text(judgement.why))}</p>'
    return f'<section class="variant">{head}{"".join(lines)}</section>\n'
