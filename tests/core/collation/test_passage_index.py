import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.collation.passage_index import LOOSE, STANDING, PassageIndex, imprint_of
from core.document.page import PageView

STORY = (
    "修船的老师傅把木板一块一块泡软，再用火烤弯，钉上竹钉，抹上桐油灰，一条船要修一个多月才能下水。"
    "他说手艺不能快，快了就漏水，漏水的船没有人敢坐。"
)


def page(key: int, text: str = "") -> PageView:
    """Make a page that shares nothing with any other, but for `text` in its middle."""
    own = "".join(chr(0x4E00 + (key * 7919 + at * at * 31) % 20000) for at in range(200))
    return PageView(key, str(key), f"{own[:100]}\n{text}\n{own[100:]}")


PLAIN = PassageIndex.of(page(number) for number in range(5))


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.replace("，", ",\n"),
        STORY.replace("师傅", "師傅").replace("钉", "釘"),
        STORY.replace("烤", "拷").replace("一条船", "一系船"),
        STORY[10:50],
    ],
)
def test_pages_that_share_a_passage_find_each_other(copy: str) -> None:
    index = PLAIN.with_page(page(7, STORY))
    assert index.pages_sharing(page(8, copy)) == (7,)
    assert PassageIndex.of_imprints(index.imprints).pages_sharing(page(8, copy)) == (7,)


def test_a_page_is_not_its_own_company() -> None:
    index = PLAIN.with_page(page(7, STORY)).with_page(page(8, STORY))
    assert index.pages_sharing(page(7, STORY)) == (8,)


def test_a_set_phrase_is_no_passage() -> None:
    index = PLAIN.with_page(page(7, STORY[:14]))
    assert index.pages_sharing(page(8, STORY[:14])) == ()


def test_what_stands_on_every_page_is_furniture() -> None:
    index = PassageIndex.of(page(number, STORY) for number in range(STANDING + 1))
    assert index.pages_sharing(page(99, STORY)) == ()


def test_those_that_share_most_come_first_and_no_more_than_asked() -> None:
    index = PLAIN.with_page(page(7, STORY[:40])).with_page(page(8, STORY)).with_page(page(9, STORY[20:]))
    index = PassageIndex.of_imprints(index.imprints)
    assert index.pages_sharing(page(10, STORY), most=2) == (8, 9)


def test_a_page_that_has_changed_or_gone() -> None:
    index = PassageIndex.of([page(7, STORY), page(8)])
    assert index.with_page(page(7)).pages_sharing(page(9, STORY)) == ()
    assert index.without_page(7).pages_sharing(page(9, STORY)) == ()
    assert index.without_page(7).with_page(page(7, STORY)).pages_sharing(page(9, STORY)) == (7,)
    assert index.without_page(99) is index
    assert index.with_page(page(8)) is index


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans(), st.booleans()), max_size=2 * LOOSE))
def test_changed_step_by_step_or_made_at_once(steps: list[tuple[int, bool, bool]]) -> None:
    index = PassageIndex()
    for number, there, told in steps:
        index = index.with_page(page(number, STORY * told)) if there else index.without_page(number)
    anew = PassageIndex.of_imprints(index.imprints)
    assert set(index.pages_sharing(page(9, STORY))) == set(anew.pages_sharing(page(9, STORY)))


@given(st.text(max_size=60))
def test_an_imprint_is_sorted_and_of_its_text_alone(text: str) -> None:
    imprint = imprint_of(text)
    assert np.array_equal(imprint, np.unique(imprint))
    assert np.array_equal(imprint, imprint_of(" \n".join(text)))
