import pytest

from core.detectors.detector import Context
from core.detectors.rules import marks_in_context
from core.document.page import PageView
from core.language.language import open_language


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "渡口北岸的石阶已经修好·木船照常往来，过河的人不少。",
            "渡口北岸的石阶已经修好。木船照常往来，过河的人不少。",
        ),
        ("他管木船·竹筏，也管渡口的水尺。", "他管木船、竹筏，也管渡口的水尺。"),
        ("新修的渡口码头石阶·栏杆、水尺都好用。", "新修的渡口码头石阶、栏杆、水尺都好用。"),
        ("渡口北岸的石阶修好了*木船照常往来。", "渡口北岸的石阶修好了。木船照常往来。"),
        ("过河的人比去年多了12$，木船不够用。", "过河的人比去年多了12%，木船不够用。"),
        ("“快上船啊1”老人喊。", "“快上船啊！”老人喊。"),
        ("他一生守着渡口--河边最老的渡口。", "他一生守着渡口——河边最老的渡口。"),
        ("渡口上有木船、竹筏，水尺和石阶等。", "渡口上有木船、竹筏、水尺和石阶等。"),
        ("给船工送茶水、送干粮，送衣裳，人人称好。", "给船工送茶水、送干粮、送衣裳，人人称好。"),
        ("船厂建起从选材、打样、下水的完整链条。", "船厂建起从选材、打样到下水的完整链条。"),
    ],
)
def test_a_misread_mark(found, accepted, text: str, right: str) -> None:
    (finding,) = found(marks_in_context, text)
    assert finding.rule == "mark-in-context"
    assert accepted(text, finding) == right


@pytest.mark.parametrize(
    "text",
    [
        "船长阿里·哈桑走上石阶，看了看水位。",
        "他写了《渡口·秋水》，又写了一本书。",
        "渡口·秋水",
        "渡口成了全县唯一一座通客船的码头。",
        "渡口票价US$5，不算贵。",
        "他说：看水位，听风声；数人数。",
        "",
    ],
)
def test_a_right_mark(found, text: str) -> None:
    assert found(marks_in_context, text) == []


def test_behind_the_last_item_of_a_list_stands_a_full_stop(found, accepted) -> None:
    text = "北岸修好石阶，添了木船；\n\n南岸立起水尺，修了步道；\n\n渡口热闹起来。过河的人多了。"
    (finding,) = found(marks_in_context, text, "body body body")
    assert accepted(text, finding) == "修了步道。".join(text.split("修了步道；"))


def test_a_page_whose_ordinary_stop_is_the_pause_is_left_alone(found) -> None:
    old = "清早開船、傍晚收船、" * 8
    assert found(marks_in_context, f"{old}水位已落*木船往來、") == []


MISREAD_COLON = "县里投资修好了渡口，木船换成了机动船：通往两岸村庄的道路全部拓宽，群众出行更加方便。"


def colons(text: str) -> list:
    page = PageView("page", "page", text)
    return list(marks_in_context.detect(page, Context(language=open_language())))


@pytest.mark.parametrize(("comma", "meant"), [("，", "；"), (",", ";")])
def test_a_colon_behind_words_that_announce_nothing(comma: str, meant: str) -> None:
    text = MISREAD_COLON.replace("，", comma)
    (finding,) = colons(text)
    assert finding.span.of(text) == "："
    assert finding.suggestions[0].text == meant


@pytest.mark.parametrize(
    "text",
    [
        "木船换成了机动船，县里还提出了三点要求：通往两岸村庄的道路全部拓宽，群众出行更加方便。",
        "渡口修好了，老船长笑着说：通往两岸村庄的道路全部拓宽，群众出行更加方便。",
        "开船时间：早上六点到晚上八点，每隔半小时开一班，逢集加开。",
        "渡口修好了，末班船开到20：30，群众出行更加方便。",
    ],
)
def test_a_colon_that_announces_something(text: str) -> None:
    assert colons(text) == []


@pytest.mark.parametrize("comma", ["，", ","])
def test_a_mark_that_slipped_into_the_word_behind_it(found, accepted, comma: str) -> None:
    text = f"老渡口停着几条木船因{comma}此{comma}过河的人要等上半天。"
    (finding,) = found(marks_in_context, text)
    assert accepted(text, finding) == f"老渡口停着几条木船。因此{comma}过河的人要等上半天。"


def test_a_short_clause_is_no_slipped_mark(found) -> None:
    assert found(marks_in_context, "老渡口停着几条木船，好，过河的人要等上半天，对，大家都等。") == []
