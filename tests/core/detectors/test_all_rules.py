"""What holds for every detector on any text, with any layout."""

import json
from importlib.resources import files

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.detectors.detector import Context, all_detectors, check
from core.detectors.options import CheckOptions, Level
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, layout_of
from core.document.page import PageView
from core.document.role import Role
from core.text.edit import apply_edits, replace
from core.text.lines import Lines
from core.text.span import Span

DETECTORS = all_detectors()
LONG = {
    "repeated-line",
    "repeated-paragraph",
    "repeated-passage",
    "repeated-phrase",
    "repeated-seam",
    "repeated-sentence",
    "script-drift",
}
NARROW = 60

SNIPPETS = [
    *("清早从渡口出发的木船,傍晚才回来。", "春天來了,園裡的花都開了。", "本报讯", "下转第4版", "上接第1版"),
    *("# ", "**", "<br>", "&nbsp;", "\\n", "$", "![](", "\n", "\n\n", "\t", "\u3000"),
    *'“”‘’「」(（)）《》",，.。…、:;!? \u200b\ufffd\ue000⼈ー10lA𠮷',
]
TEXTS = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=6), max_size=40).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> PageView:
    text = draw(TEXTS).replace("\r", "")
    if draw(st.booleans()):
        return PageView("page", "page", text)
    return PageView("page", "page", text, _layout(draw, text))


def _layout(draw: st.DrawFn, text: str) -> Layout:
    articles: list[list[DraftPiece]] = [[]]
    furniture: list[Span] = []
    for span in Lines(text).spans():
        if not span.of(text).strip():
            continue
        where = draw(st.sampled_from(["same", "same", "joins", "new", "furniture"]))
        if where == "furniture":
            furniture.append(span)
            continue
        if where == "new":
            articles.append([])
        articles[-1].append(DraftPiece(span, draw(st.sampled_from(Role)), where == "joins"))
    held = tuple(DraftArticle(tuple(draw(st.permutations(pieces)))) for pieces in articles if pieces)
    return layout_of(Draft(held, tuple(furniture)))


BACKWARDS = Draft((DraftArticle((DraftPiece(Span(2, 3), Role.KICKER), DraftPiece(Span(0, 1), Role.KICKER))),))


@settings(max_examples=150, deadline=None)
@given(pages())
@example(PageView("page", "page", "《\n》", layout_of(BACKWARDS)))
def test_findings_are_sound(page: PageView) -> None:
    names = {rule.name for detector in DETECTORS for rule in detector.RULES}
    findings = check(page, Context(), DETECTORS)
    for finding in findings:
        assert finding.rule in names
        assert finding.span.end <= len(page.text)
        assert 0.0 < finding.confidence <= 1.0
        assert finding.weight > 0
        assert len(finding.span) <= NARROW or finding.rule in LONG
        assert str(finding.message)
        assert all(0.0 <= suggestion.score <= 1.0 for suggestion in finding.suggestions)
        assert all(suggestion.text != finding.span.of(page.text) for suggestion in finding.suggestions)
        for suggestion in finding.suggestions:
            apply_edits(page.text, (replace(page.text, finding.span, suggestion.text),))
        for place in finding.related:
            assert place.page == page.key
            assert place.span.end <= len(page.text)
    assert check(page, Context(), DETECTORS) == findings


def test_a_rule_that_is_off_says_nothing() -> None:
    page = PageView("page", "page", "清早开船，，傍晚收船。")
    assert check(page, Context(), DETECTORS)
    off = CheckOptions(off=frozenset({"doubled-punctuation"}))
    assert check(page, Context(options=off), DETECTORS) == []


def test_a_strict_reader_is_asked_more_often() -> None:
    page = PageView("page", "page", "清早开船，，傍晚收船。下午(晴)转阴。")
    found = [len(check(page, Context(options=CheckOptions(level)), DETECTORS)) for level in Level]
    assert found == sorted(found)


def test_names_of_rules_are_used_once() -> None:
    names = [rule.name for detector in DETECTORS for rule in detector.RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.__name__.rpartition(".")[2])
def test_names_of_rules_are_translated(detector) -> None:
    english = json.loads((files("resources") / "messages" / "en.json").read_text(encoding="utf-8"))
    assert all(rule.title.template in english for rule in detector.RULES)
