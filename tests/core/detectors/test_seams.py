import pytest

from core.detectors.rules import seams

HEAD = "修一条路要用的石头,全是乡亲们一块一块从河滩上背上来的,没有一个人喊过累,靠的是大家的力量。"
NEXT = "只有把路修通了,山里的果子才运得出去,山外的人才走得进来。"


@pytest.mark.parametrize("again", ["量。", "力量。", "靠的是大家的力量。"])
def test_an_end_read_twice(found, accepted, again: str) -> None:
    text = f"{HEAD}\n\n{again}{NEXT}"
    (finding,) = found(seams, text)
    assert finding.rule == "repeated-seam"
    assert finding.span.of(text) == finding.related[0].span.of(text) == again
    assert accepted(text, finding) == f"{HEAD}\n\n{NEXT}"


def test_words_read_twice_where_a_column_tears_a_sentence(found) -> None:
    text = "修一条路要用的石头,全是乡亲们一块一块\n\n一块从河滩上背上来的,没有一个人喊过累。"
    (finding,) = found(seams, text, "body +body")
    assert finding.span.of(text) == "一块"


def test_a_doubled_character_at_a_seam_is_a_weak_suspect(found) -> None:
    text = "全是乡亲们一块一块从河滩\n\n滩上背上来的,没有一个人喊过累。"
    (finding,) = found(seams, text, "body +body")
    assert finding.span.of(text) == "滩"
    assert finding.confidence < 0.5


@pytest.mark.parametrize(
    "text", [f"{HEAD}\n\n{NEXT}", f"{HEAD}\n\n{HEAD}", f"{HEAD}\n\n力量从哪里来?从大家手里来。", ""]
)
def test_sound_seams(found, text: str) -> None:
    assert found(seams, text) == []
