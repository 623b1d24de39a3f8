from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.exporters.exporter import Continuation, Correction
from core.exporters.marking import Break, runs
from core.exporters.reading import stories
from core.text.span import Span


def corrected(page, *places):
    made = [
        Correction(Span(start, start + len(right)), wrong, right, "陈", "2026-05-08T09:30:00+00:00", "")
        for start, wrong, right in places
    ]
    return replace(page, corrections=tuple(made))


def marked(page, **options):
    return [
        (run.text, run.made.wrong if run.made else None)
        for story in stories(page)
        for paragraph in story.paragraphs
        for run in runs(paragraph, **options)
    ]


def test_a_correction_is_found_in_a_torn_paragraph(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船已经"), (Role.BODY, "靠岸。", True)])
    assert marked(corrected(page, (6, "案", "岸"))) == [("渡船已经靠", None), ("岸", "案"), ("。", None)]


def test_a_heading_mark_that_is_left_out_moves_nothing(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "## 渡口重开")])
    assert marked(corrected(page, (5, "重", "重"))) == [("渡口", None), ("重", "重"), ("开", None)]


def test_what_was_deleted_leaves_an_empty_run(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船靠岸。")])
    assert marked(corrected(page, (2, "船", ""))) == [("渡船", None), ("", "船"), ("靠岸。", None)]
    assert marked(corrected(page, (5, "。", ""))) == [("渡船靠岸。", None), ("", "。")]


def test_of_corrections_inside_one_another_the_outermost_is_told(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船靠岸。")])
    found = marked(corrected(page, (0, "度般靠", "渡船靠"), (1, "舟", "船")))
    assert found == [("渡船靠", "度般靠"), ("岸。", None)]


def test_a_paragraph_in_other_characters_shows_no_correction(page_of_pieces):
    page = corrected(page_of_pieces([(Role.BODY, "渡船靠岸。")]), (1, "般", "船"))
    (story,) = stories(page)
    paragraph = replace(story.paragraphs[0], text="渡轮已经靠岸。")
    assert [run.made for run in runs(paragraph)] == [None]


def test_lines_and_pages_open_runs(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船\n已经"), (Role.BODY, "靠", True)])
    there = page_of_pieces([(Role.TITLE, "渡口"), (Role.BODY, "上接第一版 岸边。", True)])
    rest = corrected(there, (9, "案", "岸")).corrections
    linked = replace(page, continuations={1: (Continuation(there.text, there.layout, 1, rest),)})
    (story,) = stories(linked)
    found = [(run.text, run.opens) for run in runs(story.paragraphs[0], breaks=True)]
    assert [text for text, _ in found] == ["渡船", "已经", "靠", "岸", "边。"]
    assert [opens for _, opens in found] == [Break.NONE, Break.LINE, Break.LINE, Break.PAGE, Break.NONE]


WORDS = st.text(alphabet="河渡# \n\tA，", max_size=8)
PIECES = st.lists(st.tuples(st.sampled_from(Role), WORDS, st.booleans()), min_size=1, max_size=6)


@given(PIECES, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4)), max_size=5), st.booleans())
def test_runs_are_the_paragraph(page_of_pieces, pieces, places, breaks):
    page = page_of_pieces(pieces)
    made = [
        Correction(Span(at, at + length), "误", "正" * length, "陈", "", "")
        for at, length in places
        if at + length <= len(page.text)
    ]
    for story in stories(replace(page, corrections=tuple(made))):
        for paragraph in story.paragraphs:
            assert "".join(run.text for run in runs(paragraph, breaks=breaks)) == paragraph.text
            inked = [at for source in paragraph.sources for at in source.positions()]
            assert "".join(page.text[at] for at in inked) == "".join(paragraph.text.split())
