"""Pages with articles, projects on disk and a clock that stands still, for all tests of the core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from core.changes.state import PageState, Verdicts
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.finding import Finding, Suggestion
from core.document.layout import Layout, layout_of
from core.document.page import Source
from core.document.role import ArticleKind, Role
from core.document.verdict import Decision, judge
from core.messages import message
from core.project.project import Project
from core.text.edit import Edit, Edits
from core.text.lines import Lines
from core.text.span import Span

LINES = ("青渚新闻", "　　渡口今日通航。", "林晓禾 摄", "潮水退去，𠮷日将近", "甲", "  ", "", "，")
CHARACTERS = "甲乙𠮷 。\n\n"


class Clock:
    """A clock that stands still until it is told that time has passed."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def source(text: str, name: str = "青渚时报-01") -> Source:
    return Source(name, text.encode(), "utf-8", text, f"{name}.txt")


@pytest.fixture
def project_of(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Project]]:
    """Makes a project whose pages, numbered from 1, hold the given texts."""
    made: list[Project] = []

    def build(*texts: str, name: str = "青渚.jiaochou") -> Project:
        project = Project.create(tmp_path / name, "林晓禾", clock)
        made.append(project)
        project.add_pages([source(text, f"青渚时报-{number:02}") for number, text in enumerate(texts, 1)])
        return project

    yield build
    for project in made:
        project.close()


@pytest.fixture
def typing() -> Callable[..., Edit]:
    """Makes the edit that replaces the first `removed` of a text, or that puts `inserted` behind `after`."""

    def edit(text: str, removed: str = "", inserted: str = "", *, after: str = "") -> Edit:
        start = text.index(after) + len(after) if after else text.index(removed)
        return Edit(start, removed, inserted)

    return edit


@pytest.fixture
def finding_at() -> Callable[..., Finding]:
    """Makes a finding about the first or a later `subject` of a text."""

    def build(text: str, subject: str, *suggested: str, copy: int = 0, rule: str = "odd") -> Finding:
        start = -1
        for _ in range(copy + 1):
            start = text.index(subject, start + 1)
        suggestions = tuple(Suggestion(words, 0.9) for words in suggested)
        return Finding(rule, Span(start, start + len(subject)), message("已经是这样了"), suggestions)

    return build


@pytest.fixture(scope="session")
def faults() -> Callable[[Layout, str], list[str]]:
    """Lists what is wrong with a layout of a text; a sound one covers every character but white space."""
    return faults_of


def faults_of(layout: Layout, text: str) -> list[str]:
    found = []
    claimed = [piece for _, article in layout for piece in article.pieces] + list(layout.furniture)
    if sorted(layout.order) != sorted(layout.articles) or not all(one.pieces for _, one in layout):
        found.append("the order lists other articles than there are, or an empty one")
    if sorted(claimed) != sorted(layout.pieces) or sorted(claimed) != sorted(layout.spans):
        found.append("a piece is claimed by none or by two")
    if max([0, *layout.articles, *layout.pieces]) >= layout.next_id:
        found.append("an identity will be used again")
    covered = [0] * len(text)
    for piece in layout.spans:
        span = layout.spans[piece]
        if span.end > len(text) or not span.of(text).strip() or "\n" in span.of(text):
            found.append(f"{span} is no part of a line")
        covered[span.start : span.end] = [count + 1 for count in covered[span.start : span.end]]
    if max(covered, default=0) > 1:
        found.append("two pieces overlap")
    bare = [at for at, count in enumerate(covered) if not count and not text[at].isspace()]
    if bare:
        found.append(f"nothing covers {bare}")
    for _, article in layout:
        goes_on = article.continued_from is not None or article.linked_from is not None
        if layout.pieces[article.pieces[0]].joins_previous and not goes_on:
            found.append("an article begins by going on")
    return found


@st.composite
def _pages(draw: st.DrawFn) -> tuple[str, Layout]:
    """Draw a text and a sound layout of it: articles in any order, pieces anywhere, lines of two pieces."""
    text = "\n".join(draw(st.lists(st.sampled_from(LINES), max_size=8)))
    articles: list[list[DraftPiece]] = [[], [], []]
    furniture: list[Span] = []
    for span in Lines(text).spans():
        if not span.of(text).strip():
            continue
        cut = draw(st.integers(span.start, span.end - 1))
        parts = [span] if cut == span.start else [Span(span.start, cut), Span(cut, span.end)]
        if not all(part.of(text).strip() for part in parts):
            parts = [span]
        for part in parts:
            owner = draw(st.integers(0, 3))
            if owner == 3:
                furniture.append(part)
            else:
                at = draw(st.integers(0, len(articles[owner])))
                role = draw(st.sampled_from([Role.BODY, Role.TITLE]))
                articles[owner].insert(at, DraftPiece(part, role, draw(st.booleans())))
    drafts = [
        DraftArticle(
            (DraftPiece(pieces[0].span, pieces[0].role), *pieces[1:]),
            draw(st.sampled_from(list(ArticleKind))),
            continued_to=draw(st.sampled_from([None, "第4版"])),
        )
        for pieces in articles
        if pieces
    ]
    return text, layout_of(Draft(tuple(drafts), tuple(furniture)))


@pytest.fixture(scope="session")
def pages() -> st.SearchStrategy[tuple[str, Layout]]:
    """A text and a sound layout of it."""
    return _pages()


@st.composite
def _edits_of(draw: st.DrawFn, text: str) -> Edits:
    edits: list[Edit] = []
    position = 0
    while position <= len(text) and len(edits) < 3 and draw(st.booleans()):
        start = draw(st.integers(position, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        inserted = draw(st.text(CHARACTERS, max_size=4))
        if text[start:end] != inserted:
            edits.append(Edit(start, text[start:end], inserted))
        position = end + 1
    return tuple(edits)


@pytest.fixture(scope="session")
def edits_of() -> Callable[[str], st.SearchStrategy[Edits]]:
    """Edits of one change to a text."""
    return _edits_of


@st.composite
def _states(draw: st.DrawFn) -> PageState:
    text, layout = draw(_pages())
    given = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        span = Span(start, draw(st.integers(start, len(text))))
        finding = Finding(draw(st.sampled_from(["odd", "torn"])), span, message("已经是这样了"))
        given.append((judge(text, finding, draw(st.sampled_from(list(Decision)))), span))
    named = draw(st.sampled_from([None, "渡口"]))
    articles = {key: replace(article, name=named, by_hand=True) for key, article in layout.articles.items()}
    layout = replace(layout, articles=articles if named else layout.articles)
    return PageState(
        text, layout, Verdicts().with_verdicts(given), draw(st.integers(0, 3)), draw(st.booleans())
    )


@pytest.fixture(scope="session")
def page_states() -> st.SearchStrategy[PageState]:
    """Any state of any page."""
    return _states()
