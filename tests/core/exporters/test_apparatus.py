"""Notes of what other pages read: numbered where they are read, listed behind the article, once each."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.errors import RefusedError
from core.exporters.choosing import chosen_pages, export_files, wanted
from core.exporters.critical_note import CriticalNote, NotedReading
from core.exporters.exporter import Continuation, Correction, Need, exporter
from core.exporters.formats.html import page_html
from core.exporters.formats.txt import page_text
from core.exporters.marking import by_note, runs
from core.exporters.options import Characters, ExportOptions
from core.exporters.reading import stories
from core.messages import message
from core.text.span import Span

WHY = message("尚不能定")


def note(page, words, *readings, at=None):
    start = page.text.index(words) if at is None else at
    told = tuple(NotedReading(text, tuple(names)) for text, names in readings)
    return CriticalNote(Span(start, start + len(words)), told, WHY)


@pytest.fixture
def page(page_of_pieces):
    made = page_of_pieces(
        [(Role.TITLE, "渡口通航"), (Role.BODY, "乡亲们挑着爪"), (Role.BODY, "果去赶集。", True)],
        [(Role.TITLE, "茶馆"), (Role.BODY, "说书先生正讲到紧要处。")],
    )
    before = made.text.index("去赶集")
    return replace(
        made,
        apparatus=(
            note(made, "乡亲", ("乡民", ["乙"]), ("", ["丙"])),
            note(made, "", ("一早", ["丁"]), at=before),
            note(made, "先生", ("人", ["乙", "丙"])),
        ),
    )


def test_a_text_has_numbers_and_its_notes_behind_it(page):
    first, second = page_text(page).split("\n\n茶馆")
    assert first == (
        "渡口通航\n乡亲〔1〕们挑着爪果〔2〕去赶集。\n\n校勘记\n"
        "〔1〕“乡亲”：乙 作“乡民”；丙 无。尚不能定。\n〔2〕此处：丁 作“一早”。尚不能定。"
    )
    assert second.endswith("校勘记\n〔1〕“先生”：乙、丙 作“人”。尚不能定。\n")


def test_a_web_page_leads_to_the_note_and_back(page):
    root = ET.fromstring(page_html(page).split("\n", 1)[1])
    links = {element.get("href"): element for element in root.iter("{http://www.w3.org/1999/xhtml}a")}
    anchors = {element.get("id") for element in root.iter()}
    assert {"#n1", "#n2", "#n3", "#r1", "#r2", "#r3"} <= links.keys()
    assert {link[1:] for link in links} <= anchors


def test_a_reading_torn_by_a_line_end_has_one_note(page):
    at = page.text.index("爪")
    torn = CriticalNote(Span(at, page.text.index("果") + 1), (NotedReading("瓜果", ("乙",)),), WHY)
    text = page_text(replace(page, apparatus=(torn,)))
    assert "挑着爪果〔1〕去" in text
    assert "〔1〕“爪果”：乙 作“瓜果”" in text


def test_a_story_that_goes_on_elsewhere_has_the_notes_of_both_pages(page, page_of_pieces):
    rest = page_of_pieces([(Role.BODY, "后来船又停了三天。")])
    noted = (note(rest, "三天", ("五天", ["戊"])),)
    (key, *_) = page.layout.order
    (there,) = rest.layout.order
    whole = replace(
        page, continuations={key: (Continuation(rest.text, rest.layout, there, apparatus=noted),)}
    )
    first, _ = page_text(whole).split("\n\n茶馆")
    assert "后来船又停了三天〔3〕。" in first
    assert first.endswith("〔3〕“三天”：戊 作“五天”。尚不能定。")
    (plain,) = chosen_pages([whole], ExportOptions())
    assert "〔" not in page_text(plain)


def test_without_the_choice_there_are_none(page):
    (plain,) = chosen_pages([page], ExportOptions())
    assert "校勘记" not in page_text(plain)
    assert wanted(exporter("txt"), ExportOptions()) == frozenset()
    assert wanted(exporter("txt"), ExportOptions(apparatus=True)) == {Need.APPARATUS}


def test_notes_go_along_into_another_script(page):
    (other,) = chosen_pages([page], ExportOptions(apparatus=True, characters=Characters.TRADITIONAL))
    assert "鄉親〔1〕們" in page_text(other)
    assert "乙 作“鄉民”" in page_text(other)


def test_a_format_without_room_for_them_says_so(page):
    with pytest.raises(RefusedError, match="校勘记"):
        list(export_files(exporter("csv"), [page], ExportOptions(apparatus=True)))


@given(
    st.lists(st.tuples(st.integers(0, 17), st.integers(0, 4)), max_size=5),
    st.lists(st.tuples(st.integers(0, 17), st.integers(0, 4)), max_size=4),
)
def test_notes_and_corrections_leave_the_text_as_it_is(page_of_pieces, places, mended):
    page = page_of_pieces([(Role.BODY, "甲乙丙丁戊己庚辛"), (Role.BODY, "子丑寅卯辰巳午未", True)])
    notes = tuple(note(page, page.text[at : at + length], ("x", ["乙"]), at=at) for at, length in places)
    made = tuple(
        Correction(Span(at, at + length), "旧", page.text[at : at + length], "林", "", "typed")
        for at, length in mended
    )
    (story,) = stories(replace(page, apparatus=notes, corrections=made))
    (paragraph,) = story.paragraphs
    told = runs(paragraph)
    assert "".join(run.text for run in told) == re.sub(r"\s", "", page.text)
    noted = [one for one, _ in by_note(told) if one is not None]
    assert len(noted) == len({id(one) for one in noted})
    for one, together in by_note(told):
        if one is not None:
            assert "".join(run.text for run in together) == one.before + one.lemma + one.after
