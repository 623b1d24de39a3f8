import json
from pathlib import Path

import pytest

from core.cli.main import run
from core.commands.editing import ReplaceText
from core.commands.linking import LinkArticles
from core.exporters.formats.html import page_html
from core.exporters.formats.jsonl import read_jsonl
from core.exporters.formats.md import page_markdown
from core.exporters.formats.txt import page_text
from core.messages import message
from core.text.edit import Edit

FRONT = "# 渡口今日通航\n\n本报讯(记者 林晓禾)潮水退去，渡船靠岸，村民\n\n（下转第2版）"
SECOND = (
    "# 灯会开幕\n\n本报讯(记者 林晓禾)鱼灯亮了，人很多。\n\n# 渡口通航\n\n（上接第1版）\n\n提着篮子上了船。"
)


@pytest.fixture
def project(project_of):
    """Two pages, the last article of the second linked to the one of the first."""
    project = project_of(FRONT, SECOND)
    ends = [(page, project.state(page).layout.order[-1]) for page in (1, 2)]
    project.perform(LinkArticles([(ends[0], ends[1])]))
    return project


def test_the_halves_come_out_as_one_story_joined_at_the_seam(project):
    first, second = project.export_pages()
    whole = "本报讯(记者 林晓禾)潮水退去，渡船靠岸，村民提着篮子上了船。"
    assert page_text(first) == f"渡口今日通航\n{whole}\n"
    assert page_markdown(first) == f"# 渡口今日通航\n\n{whole}\n"
    assert page_text(second) == "灯会开幕\n本报讯(记者 林晓禾)鱼灯亮了，人很多。\n"


def test_without_a_link_each_half_is_an_article(project):
    project.undo()
    first, second = project.export_pages()
    assert page_text(first).endswith("村民\n")
    assert page_text(second).endswith("渡口通航\n提着篮子上了船。\n")


def test_a_mark_read_into_the_paragraph_is_left_out(project_of):
    project = project_of(
        "# 渡口通航\n\n本报讯 渡船靠岸，村民（下转第2版）", "# 渡口\n\n（上接第1版）提着篮子上了船。"
    )
    merged = [(page, project.state(page).layout.order[0]) for page in (1, 2)]
    project.perform(LinkArticles([(merged[0], merged[1])]))
    assert page_text(project.export_page(1)) == "渡口通航\n本报讯 渡船靠岸，村民提着篮子上了船。\n"


def test_a_correction_on_the_other_page_is_shown_where_the_story_is_read(project):
    at = project.state(2).text.index("上了船")
    project.perform(ReplaceText({2: (Edit(at, "上", "登"),)}, message("目录")))
    assert ">登</ins>了船" in page_html(project.export_page(1))


def test_json_lines_lose_nothing_of_a_link(project, tmp_path):
    project.close()
    to = tmp_path / "out"
    assert run(None, ["export", str(project.path), "--to", str(to), "--format", "jsonl"]) == 0
    first, second = read_jsonl(to / "pages.jsonl")
    (front,), back = first.layout.articles.values(), second.layout.articles.values()
    assert (first.number, front.linked_to.page) == (1, second.number)
    assert [one.linked_from.page for one in back if one.linked_from] == [1]


def test_pages_exported_before_there_were_links_are_still_read(project, tmp_path):
    project.close()
    run(None, ["export", str(project.path), "--to", str(tmp_path / "out"), "--format", "jsonl"])
    line = json.loads((tmp_path / "out" / "pages.jsonl").read_text().splitlines()[0])
    del line["page"]
    for article in line["articles"]:
        del article["linked_from"], article["linked_to"]
    old = Path(tmp_path, "old.jsonl")
    old.write_text(json.dumps(line))
    (page,) = read_jsonl(old)
    assert page.number == 0
    assert not any(one.linked_to for one in page.layout.articles.values())
