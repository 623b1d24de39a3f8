"""A page that was checked before a key says after it what it says when it is checked for the first time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.changes.state import PageState
from core.commands.command import edited
from core.detectors.detector import Context, all_detectors, check
from core.document.layout import layout_of
from core.document.page import PageView
from core.language.language import Language, open_language
from core.segmentation.segmenter import segment
from core.text.edit import Edit

DETECTORS = all_detectors()
OTHER = (
    "渡口木船全部上岸大修\n本报讯(记者 周明)石门渡口的八条老木船,今年春天全部上岸大修。"
    "船厂的木匠用桐油和麻丝补好船缝,"
    "六月底前可以下水。船工老岳说,木船只要补好船缝,再撑十年也不成问题,渡口的群众过河仍然喜欢坐木船。\n"
)
PARTS = [
    *(
        "渡口木船全部上岸大修\n",
        "本报讯(记者 周明)",
        "船工老岳说,木船只要补好船缝,再撑十年也不成问题。\n",
        OTHER,
    ),
    *(
        "周明站长说,“修船要快,,",
        "周朋站长说:",
        "《渡口纪事》和《渡口记事》都写到了。",
        "云溪果園的桃樹都開了花,果農很高興。\n",
    ),
    *(
        "第十五个五年规划中说,",
        "第十一个五年规划",
        "全县有12345人,其中男16000人。",
        "2月30日星期三上午25:70",
        "一、",
        "二、",
        "四、",
    ),
    *(
        "一是快。二是稳。四是省。",
        "从12万吨增长到9万吨",
        "占比120%。",
        "今年今年",
        "果园的桃果园的桃果园的桃",
        "下转第4版\n",
        "上接第1版\n",
    ),
    *(
        "# 标题\n",
        "<br>",
        "**",
        "\n\n",
        "\n",
        "\t",
        "(",
        "》",
        "”",
        "。",
        ",",
        "一一",
        "·",
        "ロ",
        "头發",
        "一九八○年",
        "3 000",
    ),
    *(
        "以下是图片中的文字内容：\n",
        "大家如火如茶地干",
        "修木船20条木船",
        "石门渡口石门渡口的八条老木船今年春天\n",
        "全部上岸大修船厂的木匠用桐油和麻丝补\n",
        "請大家一定按時清掃門前積雪請大家一走按時清掃門前積雪為好。\n",
        "产业产业链",
        "歩",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=30).map("".join)
KEYS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(["", *"的,。“\n船", *PARTS])), max_size=4
)


@pytest.fixture(scope="module")
def language() -> Language:
    return open_language()


def typed(page: PageView, key: tuple[float, int, str]) -> PageView:
    """Put something in the place of some characters of a page."""
    at = int(key[0] * len(page.text))
    edit = Edit(at, page.text[at : at + key[1]], key[2])
    state = edited(PageState(page.text, page.layout), (edit,))
    return PageView(page.key, page.name, state.text, state.layout)


@settings(max_examples=25, deadline=None)
@given(text=TEXTS, keys=KEYS, has_articles=st.booleans())
def test_after_any_keys_the_same_is_found_as_at_first_sight(language, text, keys, has_articles):
    def context() -> Context:
        other = PageView("other", "甲报", OTHER, layout_of(segment(OTHER, language)))
        return Context(
            others=(other,), readings=(PageView("reading", "乙", text[::2] + OTHER),), language=language
        )

    known = context()
    page = PageView("page", "乙报", text)
    if has_articles:
        page = PageView("page", "乙报", text, layout_of(segment(text, language)))
    check(page, known, DETECTORS)
    for key in keys:
        page = typed(page, key).after(page)
        found = check(page, known, DETECTORS)
        afresh = PageView(page.key, page.name, page.text, page.layout)
        assert found == check(afresh, context(), DETECTORS)
