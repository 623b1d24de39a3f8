"""Finding the articles of a page anew."""

from __future__ import annotations

from dataclasses import dataclass

from core.commands.command import Pages, Plan, arranged
from core.document.claiming import Selection
from core.document.layout import Layout
from core.document.resegment import segmented_again
from core.errors import refused
from core.language.language import open_language
from core.messages import message
from core.text.lines import Lines
from core.text.span import Span

SEGMENTED = message("划分稿件")
SEGMENTATION = "rule:segmentation"
"""What the history calls the finding of articles, and its ground."""


@dataclass(frozen=True)
class Segment:
    """Find the articles of a page anew around what a person has set: of all of it, or where `selection` is.

    A stretch of text stands for its whole lines.
    """

    page: int
    selection: Selection | None = None

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where nothing would become different, or a piece is gone."""
        # Imported here: its patterns take a tenth of a second, and most pages never need them.
        from core.segmentation.segmenter import segment

        state = pages.state(self.page)
        scope = None if self.selection is None else _scope(state.layout, state.text, self.selection)
        draft = segment(state.text, open_language())
        layout = segmented_again(state.layout, state.text, draft, scope)
        what = SEGMENTED if scope is None else message("划分所选各行")
        return arranged(self.page, state, layout, "segment", what, SEGMENTATION)


def _scope(layout: Layout, text: str, selection: Selection) -> list[Span]:
    """List the stretches of text that are to be found anew."""
    if isinstance(selection, Span):
        lines = Lines(text)
        numbers = lines.touching(selection)
        return [Span(lines.span(numbers[0]).start, lines.span(numbers[-1]).end)]
    if not set(selection) <= layout.pieces.keys():
        raise refused("选中的段落已经不在版面上")
    return [layout.spans[piece] for piece in selection]
