import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.characters.groups import Kind
from core.detectors.characters.readings import reading_of_text
from core.detectors.characters.suspects import suspects
from core.language.memory import Memory
from core.language.recurrence import Recurrence

CLEAN = "今年以来，全县坚持把改善民生作为工作的出发点和落脚点，累计投入资金三亿元。"


def found(text, language, memory=None):
    reading = reading_of_text(text)
    return list(suspects(reading, language, Recurrence.of([reading.codes]), memory or Memory(0)))


def test_ordinary_text_is_left_alone(language):
    assert [suspect for suspect in found(CLEAN, language) if suspect.doubt > 0.3] == []


@pytest.mark.parametrize(
    ("wrong", "kind", "symbol"),
    [
        (CLEAN.replace("民生", "民主").replace("改善民主", "改善民土"), Kind.REPLACE, "生"),
        (CLEAN.replace("资金", "贷金"), Kind.REPLACE, "资"),
        (CLEAN.replace("改善", "改善善"), Kind.REMOVE, ""),
        (CLEAN.replace("落脚点", "落点"), Kind.INSERT, "脚"),
        ("沿线的中国一中亚班列累计开行超过一千列。", Kind.REPLACE, "-"),
    ],
)
def test_damage_is_found_and_mended(language, wrong, kind, symbol):
    best = max(found(wrong, language), key=lambda suspect: suspect.doubt)
    assert best.doubt > 0.12
    assert (best.proposals[0].kind, best.proposals[0].symbol) == (kind, symbol)


def test_proposals_are_no_likelier_than_the_doubt(language):
    for suspect in found(CLEAN.replace("资金", "贷金"), language):
        assert sum(proposal.chance for proposal in suspect.proposals) <= suspect.doubt + 1e-5
        assert list(suspect.proposals) == sorted(suspect.proposals, key=lambda one: -one.chance)


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_text_can_be_read(language, text):
    reading = reading_of_text(text)
    for suspect in found(text, language):
        assert 0 <= suspect.place < len(reading.text)
        assert 0.0 <= suspect.doubt <= 1.0
