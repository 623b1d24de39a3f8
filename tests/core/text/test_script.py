import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.script import Script, convert, evidence, script_of, script_tables, simplify

MIXED_TEXT = st.text(st.sampled_from("龍龙後后國国裡里著着𠮷。A1\n") | st.characters())


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("春天来了,园里的花都开了。", Script.SIMPLIFIED),
        ("春天來了,園裡的花都開了。", Script.TRADITIONAL),
        ("春天來了,園裡的花都開了。孩子们唱着歌过来,说话声传得很远。", Script.MIXED),
        ("后面有一只羊。", Script.SIMPLIFIED),
        ("", Script.SIMPLIFIED),
    ],
)
def test_script_of(text: str, script: Script) -> None:
    assert script_of(text) is script


def test_one_strange_character_does_not_make_a_page_mixed() -> None:
    assert script_of("園裡的花都開了,鳥兒飛來飛去,孩子們說說笑笑。国") is Script.TRADITIONAL


@pytest.mark.parametrize("both", "后里干台只面余云群峰床制松斗")
def test_characters_of_both_scripts_are_no_evidence(both: str) -> None:
    assert evidence(both) == (0, 0)


def test_the_two_sets_share_nothing() -> None:
    tables = script_tables()
    assert not tables.only_simplified & tables.only_traditional


@pytest.mark.parametrize("telling", ["国國", "们們", "党黨", "怀懷", "体體"])
def test_characters_that_tell(telling: str) -> None:
    assert evidence(telling[1])[1] == 1


@given(MIXED_TEXT)
def test_simplify_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


def test_simplify_goes_character_by_character() -> None:
    assert simplify("頭髮與發展,皇后在後面") == "头发与发展,皇后在后面"


def test_conversion_minds_phrases() -> None:
    assert convert("头发与发展", "s2t") == "頭髮與發展"
    assert convert("瞭解", "t2s") == "了解"
