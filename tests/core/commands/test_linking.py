import pytest

from core.commands.editing import ReplaceText
from core.commands.linking import LinkArticles, UnlinkArticles
from core.commands.moving import MergeArticles
from core.commands.tagging import MarkFurniture, SetKind, StartArticle, ToggleJoin
from core.document.layout import Link
from core.document.role import ArticleKind
from core.errors import RefusedError
from core.links.ends import is_told_elsewhere, other_half, rest_of
from core.messages import message
from core.project.project import Project
from core.text.edit import Edit
from core.text.span import Span

FRONT = "# 渡口今日通航\n\n本报讯(记者 林晓禾)潮水退去，渡船靠岸，村民\n\n（下转第2版）"
SECOND = (
    "# 灯会开幕\n\n本报讯(记者 林晓禾)鱼灯亮了，人很多。\n\n# 渡口通航\n\n（上接第1版）\n\n提着篮子上了船。"
)
THIRD = "# 书市\n\n本报讯(记者 林晓禾)新书摆了一条街。"


@pytest.fixture
def project(project_of):
    return project_of(FRONT, SECOND, THIRD)


def layouts(project: Project):
    return lambda page: project.state(page).layout


def ends(project: Project, page: int) -> list[int]:
    return list(project.state(page).layout.order)


def linked(project: Project) -> tuple[tuple[int, int], tuple[int, int]]:
    first, second = (1, ends(project, 1)[0]), (2, ends(project, 2)[-1])
    project.perform(LinkArticles([(first, second)]))
    return first, second


def test_a_link_is_one_step_on_both_pages_and_survives_a_restart(project):
    before = [project.state(page) for page in (1, 2)]
    first, second = linked(project)
    assert other_half(layouts(project), first, forth=True) == second
    assert other_half(layouts(project), second, forth=False) == first
    project.close()
    again = Project.open(project.path)
    assert other_half(layouts(again), first, forth=True) == second
    again.undo()
    assert [again.state(page) for page in (1, 2)] == before
    again.redo()
    assert other_half(layouts(again), second, forth=False) == first
    again.close()


def test_what_went_on_with_a_piece_that_left_does_not_go_on_with_another_page(project):
    _, (page, article) = linked(project)
    head, body = (project.state(page).text.index(words) for words in ("# 渡口通航", "提着篮子"))
    project.perform(ToggleJoin(page, Span(body, body)))
    assert any(piece.joins_previous for piece in project.state(page).layout.pieces.values())
    project.perform(MarkFurniture(page, Span(head, body - 1)))
    layout = project.state(page).layout
    (left,) = layout.articles[article].pieces
    assert not layout.pieces[left].joins_previous


def test_the_link_goes_with_its_article_when_that_is_merged(project):
    first, _ = linked(project)
    above, below = ends(project, 2)
    project.perform(MergeArticles(2, (above, below)))
    assert other_half(layouts(project), first, forth=True) == (2, above)


def test_the_link_goes_with_the_end_it_stands_at_when_an_article_is_split(project):
    first, second = linked(project)
    text = project.state(2).text
    at = text.index("提着")
    project.perform(StartArticle(2, Span(at, at)))
    assert other_half(layouts(project), first, forth=True) == second
    at = project.state(1).text.index("本报讯")
    project.perform(StartArticle(1, Span(at, at)))
    assert other_half(layouts(project), second, forth=False) == (1, ends(project, 1)[1])


def test_a_link_is_taken_back_from_either_half(project):
    first, second = linked(project)
    project.perform(UnlinkArticles(2, second[1], forth=False))
    assert project.state(1).layout.articles[first[1]].linked_to is None
    project.undo()
    assert list(rest_of(layouts(project), first)) == [second]


def test_where_one_half_has_gone_the_link_counts_for_nothing_and_can_be_made_anew(project):
    first, second = linked(project)
    text = project.state(2).text
    gone = Edit(text.index("# 渡口"), text[text.index("# 渡口") :], "")
    project.perform(ReplaceText({2: (gone,)}, message("录入后又复原")))
    assert second[1] not in ends(project, 2)
    assert other_half(layouts(project), first, forth=True) is None
    other = (3, ends(project, 3)[0])
    project.perform(LinkArticles([(first, other)]))
    assert list(rest_of(layouts(project), first)) == [other]


def test_a_linked_article_is_not_linked_again(project):
    first, second = linked(project)
    for pair in ((first, (3, ends(project, 3)[0])), ((3, ends(project, 3)[0]), second)):
        with pytest.raises(RefusedError):
            project.perform(LinkArticles([pair]))


@pytest.mark.parametrize("pair", [((1, 1), (1, 2)), ((1, 99), (2, 1))])
def test_what_cannot_be_linked_is_refused(project, pair):
    with pytest.raises(RefusedError):
        project.perform(LinkArticles([pair]))


def test_an_article_without_a_link_cannot_be_unlinked(project):
    with pytest.raises(RefusedError):
        project.perform(UnlinkArticles(3, ends(project, 3)[0]))


def test_a_story_of_three_pages_is_read_from_its_head(project):
    first, second = linked(project)
    third = (3, ends(project, 3)[0])
    project.perform(LinkArticles([(second, third)]))
    assert list(rest_of(layouts(project), first)) == [second, third]
    told = [is_told_elsewhere(layouts(project), end) for end in (first, second, third)]
    assert told == [False, True, True]


def test_a_ring_has_one_head_and_ends(project):
    first, second = linked(project)
    project.perform(LinkArticles([(second, first)]))
    assert list(rest_of(layouts(project), first)) == [second]
    assert [is_told_elsewhere(layouts(project), end) for end in (first, second)] == [False, True]


def test_what_else_is_said_of_an_article_leaves_its_link(project):
    first, _ = linked(project)
    project.perform(SetKind(1, (first[1],), ArticleKind.SPEECH))
    assert project.state(1).layout.articles[first[1]].linked_to == Link(2, 1)
