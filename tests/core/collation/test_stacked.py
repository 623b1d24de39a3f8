"""A sentence under a sentence: what stands in one column goes together, and every place is where it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.collation.page_collation import collate_page
from core.collation.stacked import Difference, sentence_at, stack_at
from core.collation.taking import can_take, takings
from core.collation.variants import VariantKind
from core.document.page import PageView
from core.text.edit import apply_edits, replace
from core.text.span import Span

BEFORE = "入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，乡亲们挑着新摘的瓜果去赶集。"
SENTENCE = "老船工说，这条水路停了整整三年，如今码头修好了，往后每天都有六班船。"
AFTER = "傍晚时分，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，连灯笼都忘了点。"
STORY = BEFORE + SENTENCE + AFTER


def collated(*texts, surface=False):
    page, *others = (PageView(name, name, text) for name, text in zip("甲乙丙丁", texts, strict=False))
    return collate_page(page, others, surface=surface)


def lines(stack):
    return ["".join(cell.character or "＿" for cell in row.cells) for row in stack.rows]


def changed(old, new, text=STORY):
    assert text.count(old) == 1
    return text.replace(old, new)


def stack_of(old, new):
    """Stack the sentence of a story under that of one in which `old` reads `new`."""
    collation = collated(STORY, changed(old, new))
    stack = stack_at(collation, STORY.index(SENTENCE))
    return collation, stack


def test_a_wrong_character_stands_under_the_right_one():
    _, stack = stack_of("码头", "码失")
    assert lines(stack) == [SENTENCE, SENTENCE.replace("码头", "码失")]
    column = SENTENCE.index("头")
    assert [at for at, number in enumerate(stack.columns) if number is not None] == [column]
    assert stack.rows[1].cells[column].difference is Difference.WORDS


def test_what_is_added_opens_a_gap_in_the_other():
    _, stack = stack_of("码头", "旧码头")
    assert lines(stack) == [SENTENCE.replace("码头", "＿码头"), SENTENCE.replace("码头", "旧码头")]
    assert stack.columns.count(0) == 1


def test_what_is_lost_leaves_a_gap():
    _, stack = stack_of("整整", "")
    assert lines(stack)[1] == SENTENCE.replace("整整", "＿＿")
    assert stack.variants[0].variant.kind is VariantKind.OMISSION


def test_marks_and_script_are_told_apart_from_words():
    _, stack = stack_of("老船工说，", "老船工說、")
    there = [cell.difference for cell in stack.rows[1].cells[:5]]
    assert there == [*[Difference.NONE] * 3, Difference.FORM, Difference.MARK]
    assert not stack.variants


def test_what_stands_before_a_sentence_is_not_of_it_though_its_first_word_is_lost():
    stack = stack_at(collated(changed("老船工", "新老船工"), STORY), STORY.index(SENTENCE))
    assert lines(stack) == ["新" + SENTENCE, "＿" + SENTENCE]


def test_a_mark_never_stands_under_a_word():
    _, stack = stack_of("三年，", "三载春")
    assert lines(stack)[0].replace("三年＿，", "三年，") == SENTENCE
    assert lines(stack)[1] == SENTENCE.replace("三年，", "三载春＿")


def test_of_a_lost_column_the_beginning_and_the_end_are_seen():
    column = "".join(chr(0x5000 + at * 7) for at in range(300))
    collation, stack = stack_of("如今", column + "如今")
    added = lines(stack)[1][SENTENCE.index("如今") :]
    # The comma before it is the first of the forty.
    assert added.startswith(column[:39] + "…" + column[-40:] + "如今")
    assert stack.columns.count(0) == 80
    assert collation.variants[0].readings[1].text == column


def test_torn_lines_are_read_as_one():
    torn = changed("整整三年，", "整整三\n\n　　年，")
    stack = stack_at(collated(STORY, torn), STORY.index(SENTENCE))
    assert lines(stack) == [SENTENCE, SENTENCE]
    assert stack.rows[1].span.of(torn).count("\n") == 2


def test_a_wholly_lost_sentence_is_seen_at_the_one_before_it():
    collation = collated(changed(SENTENCE, ""), STORY)
    (variant,) = collation.variants
    stack = stack_at(collation, variant.span.start)
    assert stack.variants == (variant,)
    assert SENTENCE[:-1] in lines(stack)[1]


def test_witnesses_that_do_not_carry_the_sentence_are_not_shown():
    stack = stack_at(collated(STORY + BEFORE[::-1], STORY, BEFORE + SENTENCE), STORY.index(AFTER) + 3)
    assert [row.page.name for row in stack.rows] == ["甲", "乙"]


def test_no_other_page_no_stack():
    assert stack_at(collated(STORY, AFTER[::-1] * 2), 3) is None
    assert stack_at(collated(STORY), 3) is None


def test_sentences_end_with_stops_and_lines_but_not_where_a_paragraph_is_torn():
    text = "渡口修好了。\n老船工\n笑了"
    assert sentence_at(PageView("甲", "甲", text), 8).of(text) == "老船工"
    assert sentence_at(PageView("甲", "甲", text), 0).of(text) == "渡口修好了。"
    assert sentence_at(PageView("甲", "甲", text), len(text)).of(text) == "笑了"
    assert sentence_at(PageView("甲", "甲", ""), 0) == Span(0, 0)


def test_variants_are_walked_in_the_order_of_the_page():
    collation = collated(STORY, changed("瓜果", "爪果", changed("紧要", "要紧")))
    first = collation.next_variant(Span(0, 0))
    second = collation.next_variant(first.span)
    assert [first.span.of(STORY), second.span.of(STORY)[:2]] == ["瓜", "紧要"]
    assert collation.next_variant(second.span) is None
    assert collation.next_variant(second.span, forward=False) == first


def test_marks_are_listed_where_they_are_wanted():
    other = changed("赶集。", "赶集！")
    assert not collated(STORY, other).variants
    assert [one.variant.kind for one in collated(STORY, other, surface=True).variants] == [
        VariantKind.PUNCTUATION
    ]


def after_taking(collation, choice, *, everywhere=False):
    made = takings(collation.variants[0], choice, everywhere=everywhere)
    return [apply_edits(one.text, (replace(one.text, one.span, one.inserted),)) for one in made]


@pytest.mark.parametrize(
    ("old", "new"),
    [("码头", "码失"), ("整整", ""), ("码头", "旧码头"), ("往返两岸，", ""), ("三年，", "三年，河干了，")],
)
def test_taking_a_reading_makes_one_page_say_what_the_other_says(old, new):
    other = changed(old, new)
    for one, two in ((STORY, other), (other, STORY)):
        collation = collated(one, two)
        assert after_taking(collation, 1 - collation.variants[0].own) == [two]


def test_a_page_keeps_the_width_of_its_marks():
    narrow = STORY.replace("，", ",")
    collation = collated(narrow, changed("整整三年，", "整整三年，河干了，"))
    assert after_taking(collation, 1 - collation.variants[0].own) == [
        changed("整整三年,", "整整三年,河干了,", narrow)
    ]
    back = collated(changed("整整三年,", "整整三年,河干了,", narrow), STORY)
    assert after_taking(back, 1 - back.variants[0].own) == [narrow]
    wide = collated(STORY, changed("整整三年,", "整整三年,用了3,000元,", narrow))
    assert "整整三年，用了3,000元，如今" in after_taking(wide, 1 - wide.variants[0].own)[0]


def test_all_pages_that_share_an_error_are_corrected():
    wrong = changed("码头", "码失")
    collation = collated(wrong, STORY, wrong)
    choice = 1 - collation.variants[0].own
    assert after_taking(collation, choice, everywhere=True) == [STORY, STORY]
    assert [one.page for one in takings(collation.variants[0], choice, everywhere=True)] == ["甲", "丙"]


def test_a_reading_is_taken_in_the_script_of_the_page():
    traditional = (
        "入夏以來，青渚河畔的渡口修葺一新，每日清早都有渡船往返兩岸，鄉親們挑著新摘的瓜果去趕集。"
        "老船工說，這條水路停了整整三年，如今碼頭修好了，往後每天都有六班船。"
    )
    here = collated(STORY, traditional.replace("鄉親", "鄰裡"))
    assert after_taking(here, 1 - here.variants[0].own) == [changed("乡亲", "邻里")]


def test_other_marks_are_taken_where_they_count():
    collation = collated(STORY, changed("三年，", "三年；"), surface=True)
    assert after_taking(collation, 1 - collation.variants[0].own) == [changed("三年，", "三年；")]


def test_another_script_is_not_taken():
    collation = collated(STORY, changed("老船工说，", "老船工說，"), surface=True)
    assert [one.variant.kind for one in collation.variants] == [VariantKind.SCRIPT]
    assert not can_take(collation.variants[0], 1 - collation.variants[0].own)


def test_a_moved_passage_is_not_taken():
    # Each half must be long enough to be a passage by itself.
    one, two = BEFORE + SENTENCE, AFTER + AFTER[::-1]
    collation = collated(one + two, two + one)
    (moved,) = (it for it in collation.variants if it.variant.kind is VariantKind.TRANSPOSITION)
    assert not can_take(moved, 1 - moved.own)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(12, 130), st.sampled_from(["", "渡", "口岸", "。", "\n"])), max_size=5),
    st.integers(0, len(STORY)),
)
def test_every_cell_stands_where_it_says_and_every_line_is_as_long(damage, position):
    other = STORY
    for place, put in damage:
        other = other[:place] + put + other[place + 1 :]
    stack = stack_at(collated(STORY, other), position)
    if stack is None:
        return
    texts = {"甲": STORY, "乙": other}
    for row in stack.rows:
        places = [cell.place for cell in row.cells if cell.place is not None]
        assert len(row.cells) == len(stack.columns)
        assert places == sorted(set(places))
        assert all(
            cell.character == texts[row.page.name][cell.place] for cell in row.cells if cell.place is not None
        )
    said = "".join(cell.character for cell in stack.rows[0].cells)
    assert said == "".join(stack.span.of(STORY).split())
