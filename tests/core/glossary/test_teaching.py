import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary.teaching import taught_by
from core.text.edit import Edit

COMMON = {"周末": 900.0, "末休": 20.0, "周末休": 90.0, "未休": 60.0, "尚未": 900.0}


def counts(form: str) -> float:
    return COMMON.get(form, 0.0)


def correction(text: str, wrong: str, right: str) -> Edit:
    return Edit(text.index(wrong), wrong, right)


def test_a_form_grows_until_it_is_rare():
    text = "定于周未休息。"
    assert taught_by(text, correction(text, "未", "末"), counts) == ("周未", "周末")


def test_without_counts_a_neighbour_on_either_side_is_kept():
    text = "定于周未休息。"
    assert taught_by(text, correction(text, "未", "末")) == ("周未休", "周末休")


def test_at_a_mark_the_other_side_must_do():
    text = "到了周未。"
    assert taught_by(text, correction(text, "未", "末")) == ("了周未", "了周末")


def test_a_character_alone_teaches_nothing():
    assert taught_by("，未。", Edit(1, "未", "末"), counts) is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("3", "5"), ("，", "、"), ("未", ""), ("", "末"), ("陣", "阵"), ("一二三四五", "末"), ("未a", "末")],
)
def test_what_is_no_correction_of_characters_teaches_nothing(wrong, right):
    text = f"定于周{wrong}休息"
    assert taught_by(text, Edit(3, wrong, right), counts) is None


@given(st.text("甲乙丙，。\n", min_size=1, max_size=20), st.data())
def test_what_is_taught_is_what_was_done(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    edit = Edit(start, text[start], "丁")
    pair = taught_by(text, edit)
    if pair is not None:
        wrong, right = pair
        assert wrong in text
        assert right in text[:start] + "丁" + text[start + 1 :]
        assert "\n" not in wrong


def test_a_name_that_ordinary_text_does_not_know_is_kept_at_three_characters():
    text = "记者王晓名说"
    assert taught_by(text, correction(text, "名", "鸣"), counts) == ("晓名说", "晓鸣说")


def test_a_correction_of_style_teaches_nothing():
    common = dict.fromkeys(["增加", "量增", "加了", "量增加", "增加了"], 500.0)
    text = "产量增加了。"
    assert taught_by(text, correction(text, "增加", "提高"), lambda form: common.get(form, 0.0)) is None
