"""Stories as XHTML, for web pages and books alike: headings by role, paragraphs, pictures, tables."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.role import Role
from core.exporters.apparatus import Notes, described
from core.exporters.blocks import Block, Line, blocks, rows
from core.exporters.exporter import Correction
from core.exporters.labels import Labels
from core.exporters.marking import Run, by_note, runs
from core.exporters.noting import Noted
from core.exporters.reading import Paragraph, Story
from core.exporters.xml import attribute, escaped
from core.messages import message


@dataclass(frozen=True)
class Writer:
    """How stories are written: the level of their titles, and whether corrections are shown.

    `notes` takes up the notes of the apparatus; None: none are shown.
    """

    labels: Labels
    level: int
    shows_corrections: bool
    notes: Notes | None = None

    def story(self, story: Story) -> str:
        """Return the content of an article's element."""
        made = [self._heading(self.level, escaped(story.name))] if story.name else []
        made += [self._block(block) for block in blocks(story)]
        return "\n".join(made)

    def _block(self, block: Block) -> str:
        if block.is_headline:
            return self._headline(block)
        if block.is_picture:
            inside = "".join(f'<p class="{one.role}">{self._text(one)}</p>' for one in block.paragraphs)
            return f'<figure class="picture"><figcaption>{inside}</figcaption></figure>'
        paragraph = block.paragraphs[0]
        if paragraph.role is Role.TABLE:
            return self._table(self._line(paragraph))
        if paragraph.role is Role.HEADING:
            return self._heading(self.level + 1, self._text(paragraph))
        kind = "" if paragraph.role is Role.BODY else f' class="{paragraph.role}"'
        return f"<p{kind}>{self._text(paragraph)}</p>"

    def _headline(self, block: Block) -> str:
        lines = [
            self._heading(self.level, self._text(one))
            if one.role is Role.TITLE
            else f'<p class="{one.role}">{self._text(one)}</p>'
            for one in block.paragraphs
        ]
        return f'<div class="headline">{"".join(lines)}</div>'

    def _table(self, line: Line) -> str:
        cells = (
            "".join(
                f"<td>{self._runs(cell)}</td>" for cell in row if len(row) > 1 or any(r.text for r in cell)
            )
            for row in rows(line)
        )
        return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in cells if row)}</tbody></table>"

    def _heading(self, level: int, content: str) -> str:
        return f"<h{level}>{content}</h{level}>"

    def _line(self, paragraph: Paragraph) -> Line:
        return runs(paragraph) if self.shows_corrections else (Run(paragraph.text),)

    def _text(self, paragraph: Paragraph) -> str:
        return self._runs(self._line(paragraph))

    def _runs(self, line: Line) -> str:
        return "".join(self._noted(noted, together) for noted, together in by_note(line))

    def _noted(self, noted: Noted | None, line: Line) -> str:
        said = "".join(
            escaped(run.text) if run.made is None else self._correction(run.text, run.made) for run in line
        )
        if noted is None or self.notes is None:
            return said
        number = self.notes.number(noted)
        return f'{said}<sup class="note"><a id="r{number}" href="#n{number}">{number}</a></sup>'

    def apparatus(self, first: int) -> str:
        """Return the list of the notes from number `first` on, each with the way back; "" for none."""
        held = [] if self.notes is None else self.notes.held[first - 1 :]
        if not held:
            return ""
        items = "".join(
            f'<li id="n{number}" value="{number}">{escaped(described(noted, self.labels))} '
            f'<a href="#r{number}" aria-label="{attribute(self.labels.text(message("回到正文")))}">↩</a></li>'
            for number, noted in enumerate(held, first)
        )
        heading = self._heading(self.level + 1, escaped(self.labels.text(message("校勘记"))))
        return f'<section class="apparatus">{heading}<ol>{items}</ol></section>\n'

    def _correction(self, text: str, made: Correction) -> str:
        kind = "" if text else ' class="gone"'
        return f'<ins{kind} title="{attribute(self.labels.correction(made))}">{escaped(text)}</ins>'


def document(title: str, content: str, language: str, style: str) -> str:
    """Return a file of a book that holds `content`; `style` is the path of its style sheet."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">\n'
        f'<head><meta charset="utf-8"/><title>{escaped(title).strip() or "-"}</title>'
        f'<link rel="stylesheet" type="text/css" href="{style}"/></head>\n'
        f"<body>\n{content}\n</body>\n</html>\n"
    )
