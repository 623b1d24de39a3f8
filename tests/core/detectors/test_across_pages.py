from core.detectors.detector import Context
from core.detectors.rules import across_pages
from core.document.finding import Finding
from core.document.page import PageView

LINES = [
    "渡口的船老大每天清早五点起身，先看水位，再看风向，然后解开缆绳。",
    "对岸的集市逢三逢八开张，卖菜的、修伞的、补锅的都赶早来占摊位。",
    "学校离渡口两里路，孩子们坐头班船过河，放学时再坐末班船回家。",
    "入夏以来雨水偏多，水涨到石阶第五级，渡船停了三天才重新开航。",
    "镇上打算明年在上游修一座便桥，桥修好以后，渡口就改作码头公园。",
    "老人们说，没有渡船的河不像河，孩子们却盼着骑车过桥去看外婆。",
]
STORY = "秋收时节，粮站门口排起长队，过秤、开票、付款一气呵成，农户半个钟头就能回家。"


def found(text: str, other: str) -> list[Finding]:
    """Check a page beside another one."""
    page, beside = PageView(1, "一", text), PageView(2, "二", other)
    return list(across_pages.detect(page, Context(others=(page, beside))))


def test_a_page_that_was_imported_twice() -> None:
    (finding,) = found("\n".join(LINES), "\n\n".join(LINES).replace("雨水", "兩水"))
    assert (finding.rule, finding.page_level) == ("duplicate-page", True)
    assert finding.related[0].page == 2


def test_a_story_on_two_pages_is_a_witness_and_no_finding() -> None:
    assert found("\n".join([*LINES[:3], STORY, LINES[3]]), "\n".join([STORY, *LINES[4:]])) == []


def test_the_foot_of_one_page_at_the_head_of_the_next(accepted) -> None:
    text = "\n".join([STORY, *LINES[3:]])
    (finding,) = found(text, "\n".join([*LINES[:3], STORY, ""]))
    assert finding.rule == "repeated-edge"
    assert accepted(text, finding) == "\n".join(LINES[3:])


def test_short_pages_and_pages_alone() -> None:
    assert found("下转第二版", "下转第二版") == []
    assert found("", "") == []
    assert list(across_pages.detect(PageView(1, "", STORY), Context())) == []
