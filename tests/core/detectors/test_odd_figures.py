"""One figure with two values, and figures of two things."""

import pytest

from core.detectors.rules import odd_figures

TITLE = "全市搬迁渔民1284户\n"
BODY = "今年，渡口两岸都忙，到昨天为止，全市搬迁渔民{}户，大家都住上了新房。\n"


@pytest.mark.parametrize("figure", ["1234", "1248"])
def test_one_digit_off_is_seen(found, figure):
    (only,) = found(odd_figures, TITLE + BODY.format(figure), "title body")
    assert only.suggestions == ()
    assert [place.span.of(TITLE) for place in only.related] == ["1284"]


def test_the_rarer_figure_is_in_doubt(found):
    text = (
        TITLE.replace("1284", "1234")
        + BODY.format("1284")
        + "记者在现场看到，全市搬迁渔民1284户，一户不少。\n"
    )
    (only,) = found(odd_figures, text, "title body body")
    assert (only.span.of(text), only.suggestions[0].text) == ("1234", "1284")


@pytest.mark.parametrize(
    "text",
    [
        TITLE + BODY.format("1284"),
        TITLE + BODY.format("5306"),
        TITLE.replace("搬迁渔民", "渔民增加") + BODY.replace("搬迁渔民", "渔民增加").format("1234"),
        "甲区全市搬迁渔民1284户，乙区全市搬迁渔民1234户。\n",
        "全市渔船总吨位达1.284万吨\n到昨天为止，全市渔船总吨位达1.28万吨，比去年多。\n",
    ],
)
def test_the_same_figure_and_others_are_left_alone(found, text):
    assert found(odd_figures, text, "title body" if text.count("\n") > 1 else "body") == []
