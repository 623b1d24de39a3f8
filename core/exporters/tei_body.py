"""Stories as divisions of a TEI document."""

from __future__ import annotations

from core.document.role import Role
from core.exporters.blocks import Block, Line, blocks, rows
from core.exporters.facsimile import Facsimile
from core.exporters.marking import Break, Run, by_note, runs
from core.exporters.noting import Noted
from core.exporters.reading import Paragraph, Story
from core.exporters.tei_header import Header
from core.exporters.xml import escaped

HEADS = {Role.KICKER: "kicker", Role.TITLE: "main", Role.SUBTITLE: "sub"}
_SIGNED = frozenset({Role.BYLINE, Role.DATELINE})


class Division:
    """The content of one article's `div` while it is written.

    TEI has heads at the beginning of a division only, and nothing but divisions behind a division: so a head
    that comes later opens a division of its own, up to the next such head.
    """

    def __init__(self, header: Header, facsimile: Facsimile) -> None:
        self._header = header
        self._facsimile = facsimile
        self._written: list[str] = []
        self._nested = False
        self._at_head = True

    def write(self, story: Story) -> str:
        """Return the elements that hold `story`."""
        if story.name:
            self._written.append(f'<head type="main">{escaped(story.name)}</head>')
        told = list(blocks(story))
        last = max((at for at, block in enumerate(told) if block.role not in _SIGNED), default=-1)
        for at, block in enumerate(told):
            self._block(block, closes=at > last)
        return "\n".join([*self._written, *(["</div>"] if self._nested else [])])

    def _block(self, block: Block, *, closes: bool) -> None:
        first = block.paragraphs[0]
        if block.is_headline:
            if not self._at_head:
                self._open("part")
            self._written += [self._wrapped("head", one, HEADS[one.role]) for one in block.paragraphs]
        elif first.role is Role.HEADING:
            self._open("section")
            self._written.append(self._wrapped("head", first))
        elif block.is_picture:
            self._written.append(self._figure(block))
        elif first.role in _SIGNED and (self._at_head or closes):
            self._written.append(self._wrapped(first.role, first))
        else:
            self._at_head = False
            self._written.append(self._content(first))

    def _open(self, kind: str) -> None:
        if self._nested:
            self._written.append("</div>")
        self._written.append(f'<div type="{kind}">')
        self._nested, self._at_head = True, True

    def _content(self, paragraph: Paragraph) -> str:
        if paragraph.role is Role.TABLE:
            return self._table(runs(paragraph), self._facsimile.of_paragraph(paragraph))
        if paragraph.role is Role.BODY:
            return self._wrapped("p", paragraph)
        return f"<p>{self._wrapped('seg', paragraph, paragraph.role)}</p>"

    def _figure(self, block: Block) -> str:
        inside = (
            self._wrapped("head", one, "caption")
            if one.role is Role.CAPTION
            else self._wrapped("byline", one)
            for one in block.paragraphs
        )
        return f"<figure>{''.join(inside)}</figure>"

    def _wrapped(self, element: str, paragraph: Paragraph, kind: str = "") -> str:
        told = f' type="{kind}"' if kind else ""
        zones = self._facsimile.of_paragraph(paragraph)
        return f"<{element}{told}{zones}>{self._text(paragraph)}</{element}>"

    def _table(self, line: Line, zones: str) -> str:
        cells = ("".join(f"<cell>{self._runs(cell)}</cell>" for cell in row) for row in rows(line))
        return f"<table{zones}>{''.join(f'<row>{row}</row>' for row in cells)}</table>"

    def _text(self, paragraph: Paragraph) -> str:
        return self._runs(runs(paragraph, breaks=True))

    def _runs(self, line: Line) -> str:
        return "".join(self._noted(noted, together) for noted, together in by_note(line))

    def _noted(self, noted: Noted | None, line: Line) -> str:
        said = "".join(self._break(run) + self._run(run) for run in line)
        if noted is None:
            return said
        header, note = self._header, noted.note
        readings = "".join(
            f'<rdg wit="{header.witnesses(reading.witnesses)}">{escaped(noted.reading(reading))}</rdg>'
            for reading in note.readings
        )
        lemma = f'<lem wit="{header.witnesses((header.page_name, *note.witnesses))}">{said}</lem>'
        return f"<app>{lemma}{readings}<note>{escaped(header.said(note.why))}</note></app>"

    def _break(self, run: Run) -> str:
        if run.opens is Break.LINE:
            return f"<lb{self._facsimile.of_line(run.place)}/>"
        return "<pb/>" if run.opens is Break.PAGE else ""

    def _run(self, run: Run) -> str:
        made = run.made
        if made is None:
            return escaped(run.text)
        change, editor = self._header.change(made), self._header.editor(made)
        corr = f'<corr resp="#{editor}" cert="{self._header.certainty}">{escaped(run.text)}</corr>'
        return f'<choice change="#{change}"><sic>{escaped(made.wrong)}</sic>{corr}</choice>'
