"""A detector on a text, as a function: `found(pairs, text)` gives what it says, in page order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from core.detectors.detector import Context, Detector
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.finding import Finding
from core.document.layout import Layout, layout_of
from core.document.page import PageView
from core.document.role import Role
from core.text.edit import apply_edits, replace
from core.text.lines import Lines

Find = Callable[..., list[Finding]]


def _layout(text: str, roles: Iterable[str], jumps: tuple[str | None, str | None]) -> Layout:
    spans = [span for span in Lines(text).spans() if span.of(text).strip()]
    pieces = tuple(
        DraftPiece(span, Role(name.lstrip("+")), joins_previous=name.startswith("+"))
        for span, name in zip(spans, roles, strict=True)
    )
    return layout_of(Draft((DraftArticle(pieces, continued_from=jumps[0], continued_to=jumps[1]),)))


@pytest.fixture
def found() -> Find:
    """Run a detector; `roles` names one role a line (`+body` joins the line before), all of one article."""

    def find(
        detector: Detector,
        text: str,
        roles: str | None = None,
        jumps: tuple[str | None, str | None] = (None, None),
    ) -> list[Finding]:
        layout = Layout() if roles is None else _layout(text, roles.split(), jumps)
        page = PageView("page", "page", text, layout)
        return sorted(detector.detect(page, Context()), key=lambda finding: finding.span)

    return find


@pytest.fixture
def accepted() -> Callable[[str, Finding], str]:
    """Give the text with a finding's first suggestion taken."""

    def accept(text: str, finding: Finding) -> str:
        return apply_edits(text, (replace(text, finding.span, finding.suggestions[0].text),))

    return accept
