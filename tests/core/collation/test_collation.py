"""Witnesses are found and read against one another; spans read what the readings say."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.collation.moved import moved_passages
from core.collation.surface import surface_variants
from core.collation.variants import VariantKind, variants
from core.collation.witnesses import groups_around, witness_groups
from core.document.page import PageView
from core.text.folding import fold

PAGES = Path(__file__).parents[3] / "../shared/pages"
YARDSTICK = Path(__file__).parent / "yardstick" / "pages-0-to-3.json"


def invented(length: int, seed: int) -> str:
    """A text of characters at random: no eight of them come twice."""
    letters = random.Random(seed)
    return "".join(chr(letters.randrange(0x4E00, 0x9000)) for _ in range(length))


STORY = fold(invented(300, 1))


def collated(*texts: str):
    (group,) = witness_groups([PageView(str(at), str(at), text) for at, text in enumerate(texts)])
    return group


def found(*texts: str) -> list[tuple[str, set[str]]]:
    return [(it.kind.value, {reading.text for reading in it.readings}) for it in variants(collated(*texts))]


def test_a_page_against_itself_has_no_variants():
    group = collated(STORY, STORY)
    assert [variants(group), surface_variants(group), moved_passages(group)] == [[], [], []]


def test_one_wrong_character():
    assert found(STORY, STORY[:100] + "渡" + STORY[101:]) == [("substitution", {STORY[100], "渡"})]


def test_a_lost_line_is_one_omission():
    whole = found(STORY, STORY, STORY[:100] + STORY[140:])
    assert [(kind, max(texts, key=len)) for kind, texts in whole] == [("omission", STORY[100:140])]


def test_added_characters_are_an_insertion():
    assert [kind for kind, _ in found(STORY, STORY, STORY[:100] + "渡口" + STORY[100:])] == ["insertion"]


def test_a_number_is_never_cut():
    one, two = (STORY[:100] + number + STORY[100:] for number in ("1267", "1287"))
    assert found(one, two) == [("substitution", {"1267", "1287"})]


def test_short_agreement_makes_no_witnesses():
    pages = [PageView("a", "a", STORY[:50]), PageView("b", "b", STORY[:50])]
    assert witness_groups(pages) == []


def test_around_a_page_it_is_the_base_though_another_has_more():
    more = STORY + fold(invented(100, 2))
    pages = [PageView(at, at, text) for at, text in (("a", STORY), ("b", more), ("c", more))]
    (group,) = groups_around(pages[0], pages[1:])
    assert [it.page for it in group.witnesses] == [0, 1, 2]
    assert (group.base, group.witnesses[0].span) == (0, (0, 300))


def test_paragraphs_in_another_order_are_one_transposition():
    group = collated(STORY, STORY[200:] + STORY[:200])
    assert variants(group) == []
    assert [it.kind for it in moved_passages(group)] == [VariantKind.TRANSPOSITION]


def test_marks_and_breaks_are_listed_apart():
    group = collated(
        STORY[:100] + "，" + STORY[100:], STORY[:100] + "、" + STORY[100:200] + "\n" + STORY[200:]
    )
    assert variants(group) == []
    assert [it.kind.value for it in surface_variants(group)] == ["punctuation", "break"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(20, 270), st.sampled_from(["", "渡", "口岸"])), max_size=4), st.booleans()
)
def test_spans_read_the_readings_and_order_is_no_matter(damage, turned):
    other = STORY
    for place, put in damage:
        other = other[:place] + put + other[place + 1 :]
    texts = (other, STORY) if turned else (STORY, other)
    group = collated(*texts)
    for variant in variants(group):
        for reading in variant.readings:
            for witness, (start, end) in zip(reading.witnesses, reading.spans, strict=True):
                assert texts[witness][start:end] == reading.text
    readings = {frozenset(texts) for _, texts in found(*texts)}
    assert readings == {frozenset(texts) for _, texts in found(*reversed(texts))}


@pytest.mark.skipif(not PAGES.is_dir(), reason="no real pages beside the project")
def test_the_variants_of_substance_of_four_real_pages_are_those_found_by_hand():
    texts = [(PAGES / f"page-{number}.txt").read_text(encoding="utf-8") for number in range(4)]
    wanted = json.loads(YARDSTICK.read_text(encoding="utf-8"))
    listed = [
        sorted(
            [witness, *span]
            for it in variant.readings
            for witness, span in zip(it.witnesses, it.spans, strict=True)
        )
        for variant in variants(collated(*texts))
    ]
    assert sorted(listed) == sorted(wanted)


def test_what_drifts_into_the_other_script_is_told_by_phrases():
    one = STORY[:100] + "渔民们来到东边的码头，学习记账" + STORY[100:]
    other = STORY[:100] + "漁民們來到東邊的碼頭，學習記賬" + STORY[100:]
    found = surface_variants(collated(one, other))
    assert [it.readings[1].text for it in found] == ["漁民們來到東邊的碼頭", "學習記賬"]
