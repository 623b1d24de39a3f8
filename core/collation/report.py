"""A report on witnesses and their variants that a browser shows: one file, nothing fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from core.collation.judging import Judgement
from core.collation.report_style import STYLE, shown_by
from core.collation.variants import Reading, Variant, VariantKind
from core.collation.witnesses import WitnessGroup
from core.document.page import PageView
from core.messages import Catalogue, Message, message

AROUND = 18
"""So many characters are shown on either side of a reading."""

LONG = 24
"""A longer reading has a line to itself."""

CUT = 160
"""Of a still longer one the beginning and the end are shown."""

SIGLA = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
"""Short names of witnesses, as editions have them."""

SURFACE = (VariantKind.PUNCTUATION, VariantKind.SCRIPT, VariantKind.BREAK)
"""These are shown when they are asked for."""

Judged = tuple[Variant, Judgement]


def name_of(kind: VariantKind) -> Message:
    """Return what people call a kind of variants."""
    return {
        VariantKind.SUBSTITUTION: message("文字不同"),
        VariantKind.OMISSION: message("脱文"),
        VariantKind.INSERTION: message("衍文"),
        VariantKind.TRANSPOSITION: message("次序不同"),
        VariantKind.PUNCTUATION: message("标点不同"),
        VariantKind.SCRIPT: message("字形不同"),
        VariantKind.BREAK: message("分行不同"),
    }[kind]


def html_report(
    pages: Sequence[PageView], groups: Sequence[tuple[WitnessGroup, Sequence[Judged]]], catalogue: Catalogue
) -> str:
    """Return the report: groups of witnesses, and their variants with readings line under line."""
    counts = Counter(variant.kind for _, found in groups for variant, _ in found)
    kinds = [kind for kind in VariantKind if counts[kind]]
    said = _Said(catalogue)
    body = [
        f"<h1>{said(message('对校报告'))}</h1>",
        f'<p class="sum">{said(_summary(len(pages), len(groups), counts))}</p>',
        f'<p class="legend">{said(_LEGEND)}</p>',
        *(_box(kind) for kind in kinds),
        f'<div class="chips">{"".join(_chip(kind, counts[kind], said) for kind in kinds)}</div>',
        "<main>",
        *(_Group(pages, group, said).section(found) for group, found in groups),
        "</main>",
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{said(message("对校报告"))}</title>'
        f"<style>{STYLE}{shown_by([kind.value for kind in kinds])}</style></head><body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


_LEGEND = message(
    "每一处异文，各本读法上下对齐，有标记的是不同之处；“∅”是没有文字，“↵”是分行。"
    "绿底的是宜取的读法，理由写在上面；没有绿底的，现有依据定不了。"
    "百分数是各读法为原文的可能性，家数也算在内；单凭家数不作定论：几家相同，也可能一样地错，请对原件。"
)


def _summary(pages: int, groups: int, counts: Counter[VariantKind]) -> Message:
    words = sum(count for kind, count in counts.items() if kind not in SURFACE)
    return message(
        "{pages} 版，{groups} 组同文；文字异文 {words} 处，标点、字形、分行的差异 {rest} 处",
        pages=pages,
        groups=groups,
        words=words,
        rest=sum(counts.values()) - words,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Sentences in the language of the reader, ready for a page."""

    catalogue: Catalogue

    def __call__(self, spoken: Message) -> str:
        return escape(self.catalogue.text(spoken))


def _box(kind: VariantKind) -> str:
    checked = "" if kind in SURFACE else " checked"
    return f'<input class="kind" type="checkbox" id="{kind.value}"{checked}>'


def _chip(kind: VariantKind, count: int, said: _Said) -> str:
    return f'<label for="{kind.value}">{said(name_of(kind))}<b>{count}</b></label>'


@dataclass(frozen=True, slots=True)
class _Group:
    """One group of witnesses in the report."""

    pages: Sequence[PageView]
    group: WitnessGroup
    said: _Said

    def section(self, found: Sequence[Judged]) -> str:
        rows = "".join(self._witnesses())
        listed = "\n".join(self._variant(number, *one) for number, one in enumerate(found, 1))
        none = "" if found else f'<p class="note">{self.said(message("各本文字全同"))}</p>'
        return (
            f'<section><h2>{escape(self.group.title)}</h2><table class="witnesses">{rows}</table>'
            f"{none}{listed}</section>"
        )

    def _witnesses(self) -> Iterator[str]:
        for number, witness in enumerate(self.group.witnesses):
            page, (start, end) = self.pages[witness.page], witness.span
            line = page.text.count("\n", 0, start) + 1
            where = message("第 {line} 行起，{count} 字", line=line, count=end - start)
            yield (
                f"<tr><td>{_siglum(number)}</td><td>{escape(str(page.key))}</td>"
                f'<td class="where">{self.said(where)}</td></tr>'
            )

    def _variant(self, number: int, variant: Variant, judgement: Judgement) -> str:
        name = self.said(name_of(variant.kind))
        long = max(len(_flat(reading.text)) for reading in variant.readings) > LONG
        lines = "".join(
            self._reading(reading, at == judgement.preferred, judgement.chances[at : at + 1])
            for at, reading in enumerate(variant.readings)
        )
        return (
            f'<article class="{variant.kind.value}{" long" if long else ""}"><header>'
            f'<span class="number">{number}</span><span class="name">{name}</span>'
            f'<span class="why">{self.said(judgement.why)}</span></header>'
            f'<div class="readings">{lines}</div></article>'
        )

    def _reading(self, reading: Reading, best: bool, chance: tuple[float, ...]) -> str:
        raw = self.group.witnesses[reading.witnesses[0]].text.raw
        start, end = reading.spans[0]
        before = _flat(raw[max(0, start - 2 * AROUND) : start], "")[-AROUND:]
        after = _flat(raw[end : end + 2 * AROUND], "")[:AROUND]
        told = f"{chance[0]:.0%}" if chance else ""
        cells = {
            "who": "".join(map(_siglum, reading.witnesses)),
            "before": escape(before),
            "reading": _marked(reading.text),
            "after": escape(after),
            "chance": told,
        }
        inner = "".join(f'<span class="cell {name}">{cell}</span>' for name, cell in cells.items())
        return f'<div class="best">{inner}</div>' if best else f"<div>{inner}</div>"


def _marked(text: str) -> str:
    flat = _flat(text)
    if len(flat) > CUT:
        flat = f"{flat[: CUT // 2]} …… {flat[-CUT // 2 :]}"
    return f"<mark>{escape(flat)}</mark>" if flat else '<mark class="none">∅</mark>'


def _flat(text: str, line_end: str = "↵") -> str:
    """Return a text on one line, without blanks."""
    return line_end.join(part for part in ("".join(line.split()) for line in text.split("\n")) if part) or (
        line_end if "\n" in text else ""
    )


def _siglum(number: int) -> str:
    name = SIGLA[number] if number < len(SIGLA) else str(number + 1)
    return f'<span class="siglum">{name}</span>'
