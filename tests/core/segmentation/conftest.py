"""Pages as the tests write them, and articles as the tests read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.document.draft import Draft, DraftArticle
from core.document.role import Role
from core.language.language import Language, open_language
from core.segmentation.segmenter import segment

SHARED = Path(__file__).parents[3] / "../shared"


@dataclass(frozen=True)
class Reading:
    """A page and what the segmenter makes of it."""

    text: str
    draft: Draft

    @property
    def outline(self) -> list[list[tuple[str, str]]]:
        """Role and text of every piece, article by article; pieces that go on are joined with ⁀."""
        return [self._pieces(article) for article in self.draft.articles]

    @property
    def roles(self) -> list[list[str]]:
        """The roles of every article's pieces."""
        return [[piece.role.value for piece in article.pieces] for article in self.draft.articles]

    @property
    def kinds(self) -> list[str]:
        return [article.kind.value for article in self.draft.articles]

    @property
    def titles(self) -> list[str]:
        return [self.lines(article, Role.TITLE) for article in self.draft.articles]

    @property
    def furniture(self) -> list[str]:
        return [span.of(self.text) for span in self.draft.furniture]

    def lines(self, article: DraftArticle, role: Role) -> str:
        return "/".join(piece.span.of(self.text) for piece in article.pieces if piece.role is role)

    def paragraphs(self, number: int) -> list[str]:
        """The body paragraphs of an article, torn ones put together."""
        found: list[str] = []
        for piece in self.draft.articles[number].pieces:
            if piece.role is not Role.BODY:
                continue
            text = piece.span.of(self.text).strip()
            if piece.joins_previous:
                found[-1] += text
            else:
                found.append(text)
        return found

    def _pieces(self, article: DraftArticle) -> list[tuple[str, str]]:
        return [
            (piece.role.value, ("⁀" if piece.joins_previous else "") + piece.span.of(self.text))
            for piece in article.pieces
        ]


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Segment a page given as its lines, a blank line between each two (one paragraph a line)."""

    def reader(*lines: str, language: Language | None = None) -> Reading:
        text = "\n\n".join(lines)
        return Reading(text, segment(text, language))

    return reader


@pytest.fixture(scope="session")
def words() -> Language:
    """The language data of the program."""
    return open_language()


@pytest.fixture
def read_text() -> Callable[[str], Reading]:
    """Segment a page given as its text."""
    return lambda text: Reading(text, segment(text))


@pytest.fixture
def shared() -> Path:
    """The folder of real pages, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real pages beside the project")
    return SHARED
