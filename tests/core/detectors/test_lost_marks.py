import pytest

from core.detectors.detector import Context
from core.detectors.rules import lost_marks
from core.document.page import PageView
from core.language.language import open_language

WIDTH = 13
STORY = (
    "今年以来，县里新修的道路已经全部建成通车，群众出行更加方便。"
    "县里还将继续加大投入力度，推动农村公路建设，让更多群众受益。"
    "下一步，县里将坚持以人民为中心的发展思想，着力保障和改善民生。"
)


def printed(text: str) -> str:
    return "\n".join(text[start : start + WIDTH] for start in range(0, len(text), WIDTH))


def findings(text: str, language=None):
    return list(lost_marks.detect(PageView("page", "page", text), Context(language=language)))


@pytest.fixture(scope="module")
def language():
    return open_language()


@pytest.mark.parametrize("comma", ["，", ","])
def test_a_line_that_is_short_by_the_mark_expected_there(language, accepted, comma) -> None:
    # Blanks move the stories until a mark stands at the end of a line.
    found = 0
    for shift in range(WIDTH):
        lines = printed("记者" * (shift // 2) + "报" * (shift % 2) + STORY).replace("，", comma).split("\n")
        for row, line in enumerate(lines[:-1]):
            if line[-1] not in ("。", comma):
                continue
            damaged = [*lines[:row], line[:-1], *lines[row + 1 :]]
            for finding in findings("\n".join(damaged), language):
                assert finding.span.end == sum(map(len, damaged[: row + 1])) + row
                assert {suggestion.text[-1] for suggestion in finding.suggestions} == {"。", comma}
                found += finding.confidence > 0.5
    assert found >= 5


def test_whole_lines_and_other_short_lines_are_left_alone(language) -> None:
    assert findings(printed(STORY), language) == []
    assert findings(printed(STORY)[:-1] + "县\n里", language) == []


def test_lines_that_are_no_printed_lines_say_nothing(language) -> None:
    assert findings(STORY.replace("。", "。\n\n"), language) == []
    assert findings("\n".join(["县里修路", "群众出行更加方便", "道路", "全部建成通车了吗"]), language) == []


def test_without_language_data_nothing_is_said() -> None:
    assert findings(printed(STORY).replace("，\n", "\n").replace("。\n", "\n")) == []


def test_no_text(language) -> None:
    assert findings("", language) == []
