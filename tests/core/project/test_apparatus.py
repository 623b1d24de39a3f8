"""The apparatus of a page names what the other pages of the project read, and no more."""

import pytest

from core.document.page import Source
from core.exporters.exporter import Need
from core.project.project import Project

STORY = (
    "# 渡口通航\n\n入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，"
    "乡亲们挑着新摘的瓜果去赶集。\n\n"
    "傍晚时分，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，连灯笼都忘了点。\n"
)
APPARATUS = frozenset({Need.APPARATUS})


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "渡口.jiaochou", "林晓禾")
    wrong, indented = STORY.replace("瓜果", "爪果"), STORY.replace("傍晚", "　傍晚")
    texts = (wrong, indented, STORY + "\n# 又一条\n\n明日有雨。\n")
    made.add_pages(
        Source(f"第{number}版", text.encode(), "utf-8", text) for number, text in enumerate(texts, 1)
    )
    yield made
    made.close()


def told(page):
    return [
        (note.span.of(page.text), [(reading.text, reading.witnesses) for reading in note.readings])
        for note in page.apparatus
    ]


def test_every_page_says_what_the_others_read(project):
    first, second, third = project.export_pages(APPARATUS)
    assert told(first) == [("爪", [("瓜", ("第2版", "第3版"))])]
    assert told(second) == told(third) == [("瓜", [("爪", ("第1版",))])]
    assert second.apparatus[0].witnesses == ("第3版",)


def test_nothing_is_collated_where_nobody_asks(project):
    assert all(not page.apparatus for page in project.export_pages())
    assert not project.findings.is_known
