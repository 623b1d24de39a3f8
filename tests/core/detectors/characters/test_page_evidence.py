import numpy as np
import pytest

from core.detectors.characters.evidence import Evidence
from core.detectors.characters.page_evidence import page_evidence
from core.detectors.characters.readings import reading_of_text
from core.language.memory import Memory

CLEAN = "今年以来，全县坚持把改善民生作为工作的出发点和落脚点，累计投入资金三亿元。"
LONG = (
    CLEAN + "记者王小明从县水务局了解到，今年汛期来得早、雨量大，各乡镇昼夜巡堤查险。" + CLEAN[::-1] + CLEAN
)


def same(one: Evidence, other: Evidence) -> None:
    assert one.places.tolist() == other.places.tolist()
    assert one.owners.tolist() == other.owners.tolist()
    assert one.symbols.tolist() == other.symbols.tolist()
    assert (one.hashes == other.hashes).all()
    np.testing.assert_allclose(one.features, other.features, rtol=1e-4, atol=1e-4)


def test_a_paragraph_says_the_same_beside_others_and_when_it_is_remembered(language):
    memory: Memory[Evidence] = Memory(100_000)
    alone = page_evidence(reading_of_text(CLEAN), language, memory)
    beside = page_evidence(reading_of_text(f"山高水长。\n{CLEAN}"), language, Memory(100_000))
    again = page_evidence(reading_of_text(f"山高水长。\n{CLEAN}"), language, memory)
    same(beside.between(6, 6 + len(CLEAN)), alone)
    same(again.between(6, 6 + len(CLEAN)), alone)


@pytest.mark.parametrize("place", range(0, len(LONG), 7))
def test_after_a_key_the_evidence_is_what_it_would_be_from_scratch(language, place):
    memory: Memory[Evidence] = Memory(100_000)
    page_evidence(reading_of_text(f"{LONG}\n{CLEAN}"), language, memory)
    typed = reading_of_text(f"{LONG[:place]}贷{LONG[place:]}\n{CLEAN}")
    same(page_evidence(typed, language, memory), page_evidence(typed, language, Memory(0)))


def test_after_a_key_only_the_sentences_around_it_are_worked_out(language):
    kept: list[tuple[str, str, str]] = []

    class Watched(Memory[Evidence]):
        def keep(self, key, value, size):
            kept.append(key)
            super().keep(key, value, size)

    memory = Watched(100_000)
    page_evidence(reading_of_text(LONG * 5), language, memory)
    kept.clear()
    page_evidence(reading_of_text(LONG * 5 + "再记一笔。"), language, memory)
    assert 1 <= len(kept) <= 2
