"""Pages that nobody has looked at are changed without their articles; their texts must not notice."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core.commands.editing import TypeText
from core.commands.everywhere import Place, ReplaceEverywhere
from core.commands.removing import RemovePages
from core.commands.tagging import SignOff, StartArticle
from core.document.page import Source
from core.errors import RefusedError
from core.project.project import Project
from core.text.edit import Edit
from core.text.search import occurrences
from core.text.span import Span

TEXTS = (
    "## 渡口今日通航\n\n渡口今日通航。\n\n潮水退去，船来了。",
    "船来了。\n## 两岸同庆\n灯火通明，船来了。",
    "渡口船。",
)
PAGES = st.sampled_from([1, 2, 3])
WORDS = st.sampled_from(["船", "渡口", "，", "舟", "退去", "\n"])


class Unseen(RuleBasedStateMachine):
    """The model is the texts and which pages are gone, before and after each step, and where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())

    @initialize()
    def make_project(self) -> None:
        self.project = Project.create(self.folder / "a.jiaochou")
        self.project.add_pages(Source(text[:2], text.encode(), "utf-8", text, text[:2]) for text in TEXTS)
        self.texts, self.gone, self.cursor = [TEXTS], [frozenset[int]()], 0

    @property
    def now(self) -> tuple[str, ...]:
        return self.texts[self.cursor]

    def done(self, after: tuple[str, ...], removed: frozenset[int] = frozenset()) -> None:
        self.texts = [*self.texts[: self.cursor + 1], after]
        self.gone = [*self.gone[: self.cursor + 1], self.gone[self.cursor] | removed]
        self.cursor += 1

    @rule(wanted=WORDS, inserted=WORDS, pages=st.sets(PAGES))
    def correct_everywhere(self, wanted: str, inserted: str, pages: set[int]) -> None:
        found = {page: occurrences(self.now[page - 1], wanted) for page in sorted(pages)}
        places = {
            page: [Place(span, wanted.strip()) for span in spans] for page, spans in found.items() if spans
        }
        if "\n" in (wanted, inserted):
            return
        try:
            self.project.perform(ReplaceEverywhere(places, inserted))
        except RefusedError:
            return
        texts = enumerate(self.now, 1)
        self.done(tuple(text.replace(wanted, inserted) if page in places else text for page, text in texts))

    @rule(page=PAGES, at=st.integers(0, 40), typed=WORDS)
    def type_text(self, page: int, at: int, typed: str) -> None:
        text = self.now[page - 1]
        at = min(at, len(text))
        try:
            self.project.perform(TypeText(page, Edit(at, "", typed), burst=False))
        except RefusedError:
            assert page in self.gone[self.cursor]
            return
        after = list(self.now)
        after[page - 1] = text[:at] + typed + text[at:]
        self.done(tuple(after))

    @rule(page=PAGES, line=st.integers(0, 3))
    def tag(self, page: int, line: int) -> None:
        text = self.now[page - 1]
        at = min(len(text), sum(len(one) + 1 for one in text.split("\n")[:line]))
        for command in (StartArticle(page, Span(at, at)), SignOff(page)):
            try:
                self.project.perform(command)
            except RefusedError:
                continue
            self.done(self.now)

    @rule(pages=st.sets(PAGES, max_size=2))
    def remove(self, pages: set[int]) -> None:
        try:
            self.project.perform(RemovePages({page: str(page) for page in sorted(pages)}))
        except RefusedError:
            assert not pages or pages & self.gone[self.cursor]
        else:
            self.done(self.now, frozenset(pages))

    @rule(page=PAGES)
    def look_at(self, page: int) -> None:
        state = self.project.state(page)
        assert state.text == self.now[page - 1]
        assert all(state.layout.spans[piece].of(state.text).strip() for piece in state.layout.pieces)

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.cursor)):
            self.project.undo()
            self.cursor -= 1
        if times > self.cursor == 0:
            with pytest.raises(RefusedError):
                self.project.undo()

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.texts) - 1 - self.cursor)):
            self.project.redo()
            self.cursor += 1

    @rule()
    def close_and_open(self) -> None:
        self.project.close()
        self.project = Project.open(self.folder / "a.jiaochou")

    @invariant()
    def the_texts_are_what_the_model_says(self) -> None:
        # Asked for so that no page is looked at.
        assert tuple(self.project.texts.of([1, 2, 3])[1].values()) == self.now
        assert {page.id for page in self.project.pages()} == {1, 2, 3} - self.gone[self.cursor]
        assert self.project.can_undo == (self.cursor > 0)
        assert self.project.can_redo == (self.cursor < len(self.texts) - 1)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            assert self.project.verify().problems == ()
            self.project.close()
        shutil.rmtree(self.folder)


def test_any_history_of_pages_that_nobody_has_looked_at() -> None:
    most = settings.default.max_examples // 3
    run_state_machine_as_test(Unseen, settings=settings(max_examples=most, stateful_step_count=20))
