import pytest

from core.detectors.rules import torn

WHOLE = "河上的桥修了两年。通车那天,两岸的人都来了。"
CUT = "新桥通车以后,公交车改了线。从北岸到南岸,只要"
NO_STOP = "新桥通车以后,公交车改了线。从北岸到南岸只要十分钟"


def test_a_story_that_is_cut_off(found) -> None:
    (finding,) = found(torn, f"{WHOLE}\n{CUT}\n", "body body")
    assert finding.rule == "truncated-end"
    assert finding.span.end == len(f"{WHOLE}\n{CUT}")


def test_a_story_that_ends_without_a_stop_lacks_it_or_has_lost_its_end(found, accepted) -> None:
    text = f"{WHOLE}\n{NO_STOP}\n方小舟 摄"
    (finding,) = found(torn, text, "body body caption")
    assert finding.rule == "truncated-end"
    assert accepted(text, finding) == f"{WHOLE}\n{NO_STOP}。\n方小舟 摄"


def test_a_comma_before_a_new_paragraph_may_be_a_stop(found, accepted) -> None:
    text = f"{NO_STOP},\n{WHOLE}"
    (finding,) = found(torn, text, "body body")
    assert finding.rule == "broken-paragraph"
    assert accepted(text, finding) == f"{NO_STOP}。\n{WHOLE}"


def test_before_1949_paragraphs_end_as_they_like(found) -> None:
    old = "清早開船、傍晚收船、" * 8
    assert found(torn, f"{old}水位已落、木船往來", "body") == []


def test_a_stop_forgotten_before_the_next_paragraph(found, accepted) -> None:
    text = f"{NO_STOP}\n\n{WHOLE}"
    (finding,) = found(torn, text, "body body")
    assert finding.rule == "missing-full-stop"
    assert accepted(text, finding) == f"{NO_STOP}。\n\n{WHOLE}"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("清早开船，傍晚收网，渡口的人渐渐散了，只剩下老周在补网", ["missing-full-stop"]),
        ("清早开船，渡口的人渐渐散了", []),
        ("渡口三月开工，码头六月完工，桥墩九月合龙，全线通车：", []),
    ],
)
def test_a_sentence_of_many_parts_is_prose_and_no_item_of_a_list(found, text: str, rules: list[str]) -> None:
    assert [finding.rule for finding in found(torn, f"{text}\n\n{WHOLE}", "body body")] == rules


def test_a_paragraph_that_begins_with_a_stop_has_lost_its_head(found) -> None:
    (finding,) = found(torn, f"{WHOLE}\n,两岸的人都来了,热闹得很。", "body body")
    assert finding.rule == "broken-paragraph"
    assert len(finding.span) == 1


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"{CUT}\n十分钟就到。", "body +body"),
        (f"{CUT}(下转第4版)", "body"),
        (f"{WHOLE}\n{NO_STOP.replace('。', ',')}:", "body body"),
        ("桥,通了\n两岸一家,来来往往,再也不用等船了", "title subtitle"),
        (f"{NO_STOP} 方小舟 摄", "caption"),
        (f"{NO_STOP} 方小舟摄", "body"),
        (WHOLE + "”", "body"),
        (f"{WHOLE} 渡口管理处 2025年3月5日", "body"),
        (f"{WHOLE} 2", "body"),
        (f"{WHOLE}，", "body"),
    ],
)
def test_sound_ends(found, text: str, roles: str) -> None:
    assert found(torn, text, roles) == []


def test_an_article_that_goes_on_on_another_page_may_stop_anywhere(found) -> None:
    assert found(torn, f"{WHOLE}\n{CUT}", "body body", (None, "第4版")) == []


def test_without_a_layout_lines_are_joined_by_their_looks(found) -> None:
    assert found(torn, f"{CUT}\n\n十分钟就到,比坐船快多了。") == []
    assert [finding.rule for finding in found(torn, f"{WHOLE}\n\n{CUT}")] == ["broken-paragraph"]
