"""One person with two offices, and what is rightly said of one."""

import pytest

from core.detectors.rules import odd_forms


def offices(found, text, roles=None):
    findings = [one for one in found(odd_forms, text, roles) if one.rule == "two-offices"]
    return [(one.span.of(text), one.suggestions[0].text, one.confidence) for one in findings]


def test_the_rarer_office_is_in_doubt(found):
    text = "副市长林晓禾说，水浅。副市长林晓禾说，要绕。市长林晓禾说，到了。"
    assert offices(found, text) == [("市长", "副市长", 0.5)]


def test_of_equals_the_later_one_is_in_doubt(found):
    assert offices(found, "水利厅厅长林晓禾说，水浅。水利厅副厅长林晓禾说，要绕。") == [
        ("副厅长", "厅长", 0.3)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "市长林晓禾说，水浅。副市长陈渡说，要绕。",
        "市长林晓禾说，水浅。时任副市长林晓禾说，要绕。",
        "市长林晓禾说，水浅。市委书记林晓禾说，要绕。",
    ],
)
def test_two_people_and_former_offices_are_right(found, text):
    assert offices(found, text) == []
