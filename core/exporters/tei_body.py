"""Stories as divisions of a TEI document."""

from __future__ import annotations

from core.document.role import Role
from core.exporters.blocks import Block, Line, blocks, rows
from core.exporters.marking import Break, Run, by_note, runs
from core.exporters.noting import Noted
from core.exporters.reading import Paragraph, Story
from core.exporters.tei_header import Header
from core.exporters.xml import escaped

HEADS = {Role.KICKER: "kicker", Role.TITLE: "main", Role.SUBTITLE: "sub"}
_SIGNED = frozenset({Role.BYLINE, Role.DATELINE})
_BREAKS = {Break.NONE: "", Break.LINE: "<lb/>", Break.PAGE: "<pb/>"}


class Division:
    """The content of one article's `div` while it is written.

    TEI has heads at the beginning of a division only, and nothing but divisions behind a division: so a head
    that comes later opens a division of its own, up to the next such head.
    """

    def __init__(self, header: Header) -> None:
        self._header = header
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
            self._written += [_wrapped("head", HEADS[one.role], self._text(one)) for one in block.paragraphs]
        elif first.role is Role.HEADING:
            self._open("section")
            self._written.append(f"<head>{self._text(first)}</head>")
        elif block.is_picture:
            self._written.append(self._figure(block))
        elif first.role in _SIGNED and (self._at_head or closes):
            self._written.append(f"<{first.role}>{self._text(first)}</{first.role}>")
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
            return self._table(runs(paragraph))
        text = self._text(paragraph)
        if paragraph.role is Role.BODY:
            return f"<p>{text}</p>"
        return f"<p>{_wrapped('seg', paragraph.role.value, text)}</p>"

    def _figure(self, block: Block) -> str:
        inside = (
            _wrapped("head", "caption", self._text(one))
            if one.role is Role.CAPTION
            else f"<byline>{self._text(one)}</byline>"
            for one in block.paragraphs
        )
        return f"<figure>{''.join(inside)}</figure>"

    def _table(self, line: Line) -> str:
        cells = ("".join(f"<cell>{self._runs(cell)}</cell>" for cell in row) for row in rows(line))
        return f"<table>{''.join(f'<row>{row}</row>' for row in cells)}</table>"

    def _text(self, paragraph: Paragraph) -> str:
        return self._runs(runs(paragraph, breaks=True))

    def _runs(self, line: Line) -> str:
        return "".join(self._noted(noted, together) for noted, together in by_note(line))

    def _noted(self, noted: Noted | None, line: Line) -> str:
        said = "".join(_BREAKS[run.opens] + self._run(run) for run in line)
        if noted is None:
            return said
        header, note = self._header, noted.note
        readings = "".join(
            f'<rdg wit="{header.witnesses(reading.witnesses)}">{escaped(noted.reading(reading))}</rdg>'
            for reading in note.readings
        )
        lemma = f'<lem wit="{header.witnesses((header.page_name, *note.witnesses))}">{said}</lem>'
        return f"<app>{lemma}{readings}<note>{escaped(header.said(note.why))}</note></app>"

    def _run(self, run: Run) -> str:
        made = run.made
        if made is None:
            return escaped(run.text)
        change, editor = self._header.change(made), self._header.editor(made)
        corr = f'<corr resp="#{editor}" cert="{self._header.certainty}">{escaped(run.text)}</corr>'
        return f'<choice change="#{change}"><sic>{escaped(made.wrong)}</sic>{corr}</choice>'


def _wrapped(element: str, kind: str, text: str) -> str:
    return f'<{element} type="{kind}">{text}</{element}>'
