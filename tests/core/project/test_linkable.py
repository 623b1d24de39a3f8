from core.commands.linking import LinkArticles
from core.document.page import Source
from core.language.language import open_language
from core.project.linkable import link_rows, linkable, look_at, unanswered, worth_a_look

FRONT = (
    "2031年5月4日 第1版\n\n# 青渚渡口恢复通航\n\n本报讯(记者 林晓禾)青渚渡口昨日恢复通航，"
    "首班渡船载着三十名乘客驶向对岸的芦洲村。船工沈阿满说，渡口停了\n\n（下转第2版）"
)
SECOND = (
    "2031年5月4日 第2版\n\n# 石桥灯会开幕\n\n本报讯(记者 林晓禾)鱼灯亮了，老街上的人很多。\n\n"
    "# 渡口通航\n\n（上接第1版）\n\n"
    "七个月，如今渡船换成了电动的，芦洲村的乘客再也闻不到柴油味。船工沈阿满每天要开十六班。"
)
THIRD = "2031年5月4日 第3版\n\n# 书市\n\n本报讯(记者 林晓禾)新书摆了一条街。"
LOST = "2031年5月5日 第1版\n\n# 麦田返青\n\n本报讯(记者 何秀兰)北滩镇的冬小麦进入返青\n\n（下转第9版）"


def pages_of(project, around=None):
    looked = [look_at(record, project.raw_text(record.id)) for record in project.pages()]
    wanted = worth_a_look(looked, around)
    sources = project.links.sources([one.page for one in wanted])
    language = open_language()
    return [linkable(one, source, language) for one, source in zip(wanted, sources, strict=True)]


def rows_of(project, pages):
    return link_rows(pages, {record.id: record.name for record in project.pages()}, open_language())


def test_only_pages_with_jumps_and_those_they_name_are_looked_at(project_of):
    project = project_of(THIRD, FRONT, SECOND, LOST)
    assert [page.halves[0].page for page in pages_of(project)] == [2, 3, 4]
    assert [page.halves[0].page for page in pages_of(project, around=3)] == [2, 3]


def test_a_page_without_a_mark_is_looked_at_where_a_mark_names_it(project_of):
    project = project_of(FRONT, SECOND.replace("（上接第1版）\n\n", ""), THIRD)
    assert [page.halves[0].page for page in pages_of(project)] == [1, 2]


def test_what_was_proposed_is_listed_as_accepted_once_it_is(project_of):
    project = project_of(FRONT, SECOND, THIRD)
    (row,) = rows_of(project, pages_of(project))
    assert (row.first_title, row.second_title) == ("青渚渡口恢复通航", "渡口通航")
    assert row.score is not None
    assert row.score > 0.8
    project.perform(LinkArticles([(row.first, row.second)]))
    (accepted,) = rows_of(project, pages_of(project))
    assert (accepted.first, accepted.second, accepted.score) == (row.first, row.second, None)


def test_a_jump_without_its_other_half_is_named(project_of):
    project = project_of(FRONT, SECOND, LOST)
    pages = pages_of(project)
    assert [half.title for half in unanswered(pages, rows_of(project, pages))] == ["麦田返青"]


def test_a_page_imported_again_has_no_links_and_is_proposed_anew(project_of):
    project = project_of(FRONT, SECOND)
    (row,) = rows_of(project, pages_of(project))
    project.perform(LinkArticles([(row.first, row.second)]))
    again = SECOND + "\n"
    project.add_pages([Source("又一份", again.encode(), "utf-8", again, "又一份.txt")])
    assert [one.score for one in rows_of(project, pages_of(project))] == [None]
