from collections.abc import Callable

import pytest

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.role import Role
from core.exporters.exporter import ExportPage
from core.text.span import Span

Marked = tuple[Role, str] | tuple[Role, str, bool]


@pytest.fixture(scope="session")
def page_of_pieces() -> Callable[..., ExportPage]:
    """Builds a page from articles, each a list of (role, text, joins_previous); pieces stand on lines."""

    def build(
        *articles: list[Marked], name: str = "滨河日报-01", furniture: tuple[str, ...] = ()
    ) -> ExportPage:
        text = ""
        drafts = []

        def span(words: str) -> Span:
            nonlocal text
            start = len(text)
            text += words + "\n"
            return Span(start, start + len(words))

        for article in articles:
            pieces = [DraftPiece(span(words), role, *rest) for role, words, *rest in article]
            drafts.append(DraftArticle(tuple(pieces)))
        draft = Draft(tuple(drafts), tuple(span(words) for words in furniture))
        return ExportPage(name, text, layout_of(draft))

    return build
