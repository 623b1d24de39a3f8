import pytest

from core.detectors.detector import Context
from core.detectors.rules import doubled_words
from core.document.page import PageView
from core.language.language import open_language

CONTEXT = Context(language=open_language())


def doubled(text: str) -> list[str]:
    """Run the detector; return what it marks."""
    page = PageView("page", "page", text)
    return [it.span.of(text) for it in doubled_words.detect(page, CONTEXT) if it.confidence >= 0.3]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("渡口要进一步进一步修好。", "进一步"),
        ("大家工作工作到天黑。", "工作"),
        ("大家都在说说到河水河水的事。", "河水"),
    ],
)
def test_words_written_twice(text: str, word: str) -> None:
    assert doubled(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "大家坐下来研究研究，讨论讨论。",
        "一步一步走，一个一个数，一代一代传。",
        "高高兴兴出门，常常看看，慢慢慢慢来。",
        "越来越来得早，雨下得很大很大。",
        "共建共治共享，自强自立。",
        "",
    ],
)
def test_what_people_say_twice(text: str) -> None:
    assert doubled(text) == []


def test_the_second_one_goes(accepted) -> None:
    text = "渡口要进一步进一步修好。"
    (finding,) = doubled_words.detect(PageView("page", "page", text), CONTEXT)
    assert accepted(text, finding) == "渡口要进一步修好。"
    assert finding.related[0].span.of(text) == "进一步"


def test_where_two_words_meet_the_doubt_is_less() -> None:
    text = "这里的健康产业产业链很长。"
    assert all(it.confidence <= 0.3 for it in doubled_words.detect(PageView("p", "p", text), CONTEXT))


def test_without_language_data_nothing_is_said() -> None:
    assert list(doubled_words.detect(PageView("p", "p", "进一步进一步"), Context())) == []


def test_what_is_counted_stands_on_one_side_of_its_number(accepted) -> None:
    text = "今年要修木船20条木船，渡口3处。"
    (finding,) = doubled_words.detect(PageView("page", "page", text), CONTEXT)
    assert accepted(text, finding) == "今年要修木船20条，渡口3处。"
    assert doubled("今年要修木船20条，木船坞3处。") == []
