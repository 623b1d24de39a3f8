import pytest

from core.detectors.conventions import conventions_of, has_corner_quotes, is_half_width, is_old
from core.detectors.options import Conventions, Era, Region
from core.document.page import PageView

TODAY = "清早从渡口出发的木船，傍晚才回来。“明天还开吗？”"
ACROSS = "清早從渡口出發的木船，傍晚才回來。「明天還開嗎？」"
OLD = "清早從渡口出發之木船、傍晚方回、"


def page(text: str) -> PageView:
    return PageView("page", "page", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (TODAY * 8, Conventions()),
        (ACROSS * 8, Conventions(region=Region.TAIWAN)),
        (OLD * 8, Conventions(Era.REPUBLICAN)),
        (ACROSS, Conventions()),
        ("", Conventions()),
    ],
)
def test_a_page_shows_its_conventions(text: str, shown: Conventions) -> None:
    assert conventions_of(page(text), Conventions()) == shown


def test_what_an_editor_chose_holds() -> None:
    chosen = Conventions(region=Region.HONG_KONG)
    assert conventions_of(page(OLD * 8), chosen) == chosen
    assert not is_old(page(OLD * 8), chosen)
    assert is_old(page(TODAY), Conventions(Era.REPUBLICAN))


def test_corner_quotes_are_right_before_1949_and_off_the_mainland() -> None:
    assert has_corner_quotes(Conventions(Era.REPUBLICAN))
    assert has_corner_quotes(Conventions(region=Region.HONG_KONG))
    assert not has_corner_quotes(Conventions())


def test_half_width_is_what_most_commas_are() -> None:
    assert is_half_width(page("早,晚,夜，"))
    assert not is_half_width(page("早，晚，夜,"))
