from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.detectors.copies import GRAM, RAREST, Copy, _rarest, copies
from core.detectors.passages import BLOCK, echoes

LINE = "清早从渡口出发的木船傍晚才载着赶集的人回来"


def test_exact_and_near_copies() -> None:
    texts = [LINE, "别的一行与它毫不相干", LINE.replace("木", "本"), LINE]
    assert sorted(copies(texts, 0.9), key=lambda copy: copy.second) == [
        Copy(0, 2, 1 - 1 / len(LINE)),
        Copy(0, 3, 1.0),
    ]


def test_empty_texts_are_no_copies() -> None:
    assert list(copies(["", "", ""], 0.9)) == []


@given(st.lists(st.text("甲乙丙\U00020000", min_size=1, max_size=20), max_size=6))
def test_texts_are_looked_up_by_what_few_others_have(texts: list[str]) -> None:
    pieces = [{text[at : at + GRAM] for at in range(len(text) - GRAM + 1)} for text in texts]
    counts = Counter(piece for held in pieces for piece in held)
    names: dict[int, str] = {}
    for held, numbers in zip(pieces, _rarest(texts), strict=True):
        shared = sorted((piece for piece in held if counts[piece] > 1), key=lambda it: (counts[it], it))
        assert len(numbers) == len(shared[:RAREST])
        assert [names.setdefault(*pair) for pair in zip(numbers, shared, strict=False)] == shared[:RAREST]


@given(st.lists(st.text("甲乙丙", max_size=6)))
def test_every_exact_copy_is_found_with_its_first(texts: list[str]) -> None:
    exact = {copy.second: copy.first for copy in copies(texts, 0.99) if copy.likeness == 1.0}
    assert exact == {
        number: texts.index(text) for number, text in enumerate(texts) if text and texts.index(text) < number
    }


@given(
    st.text("甲乙丙丁", max_size=60),
    st.text("甲乙丙丁", min_size=2 * BLOCK, max_size=80),
    st.text("戊己", max_size=40),
)
def test_a_stretch_that_comes_back_is_found(before: str, stretch: str, between: str) -> None:
    text = f"{before}A{stretch}B{between}C{stretch}D"
    found = list(echoes(text, 2 * BLOCK))
    assert found
    for echo in found:
        assert text[echo.first : echo.first + echo.length] == text[echo.second : echo.second + echo.length]
        assert echo.first + echo.length <= echo.second
    covered = {at for echo in found for at in range(echo.second, echo.second + echo.length)}
    start = text.rindex("C") + 1
    assert len(covered & set(range(start, start + len(stretch)))) >= len(stretch) - 2 * BLOCK


@given(st.text("甲乙", max_size=200))
def test_echoes_never_overlap_each_other(text: str) -> None:
    found = list(echoes(text, 2 * BLOCK))
    assert all(one.second + one.length <= two.second for one, two in pairwise(found))
    assert all(echo.length >= 2 * BLOCK for echo in found)
