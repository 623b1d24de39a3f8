import pytest

from core.document.counting import error_rate, error_weight
from core.document.difference import differences
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.role import Role
from core.text.span import Span


@pytest.mark.parametrize(
    ("wrong", "right", "weight"),
    [
        ("渡", "度", 1),
        ("", "渡", 1),
        ("渡", "", 1),
        ("渡口", "码头", 2),
        ("渡口今日通", "", 2),
        ("渡口今日通航", "", 4),
        ("1997", "1979", 1),
        ("三千零五", "", 1),
        ("口渡", "渡口", 1),
        ("，", "。", 0.1),
        ("", "”", 0.1),
        ("\n\n", "", 0),
        ("渡 口", "渡口", 0),
    ],
)
def test_what_a_correction_counts(wrong, right, weight):
    assert error_weight(wrong, right) == weight
    assert error_weight(wrong, right, in_headline=True) == 2 * weight


def test_the_rate_is_per_ten_thousand_characters_and_doubles_in_headlines():
    raw, current = "度口通航\n朝水退去", "渡口通航\n潮水退去"
    title = DraftArticle((DraftPiece(Span(0, 4), Role.TITLE), DraftPiece(Span(5, 9), Role.BODY)))
    layout = layout_of(Draft((title,)))
    assert error_rate(differences(raw, current), layout, len(raw)) == pytest.approx(10_000 * 3 / 9)


def test_an_empty_page_has_no_errors():
    assert error_rate([], layout_of(Draft(())), 0) == 0
