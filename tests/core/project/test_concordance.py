import pytest

from core.commands.editing import TypeText
from core.commands.everywhere import Place, ReplaceEverywhere
from core.text.edit import Edit


@pytest.fixture
def project(project_of):
    return project_of("东渚的度\n口通航。", "船到度口。", "岸上无人。")


def readings(project, wanted, **how):
    return [(hit.page, hit.reading) for hit in project.concordance(wanted, **how).hits]


def test_places_come_with_what_stands_around_them(project):
    hit = project.concordance("度口").hits[0]
    assert (hit.page, hit.before, hit.reading, hit.after) == (1, "东渚的", "度口", "通航。")


def test_pages_are_searched_as_they_stand(project):
    project.perform(TypeText(3, Edit(0, "", "度口")))
    assert readings(project, "度口") == [(1, "度口"), (2, "度口"), (3, "度口")]


def test_a_search_goes_on_where_it_stopped(project):
    first = project.concordance("度", pages=1)
    rest = project.concordance("度", after=first.reached, pages=9)
    assert ([hit.page for hit in first.hits], [hit.page for hit in rest.hits]) == ([1], [2])
    assert rest.reached is None


def test_all_places_are_one_step(project):
    places = {hit.page: [Place(hit.span, hit.reading)] for hit in project.concordance("度口").hits}
    project.perform(ReplaceEverywhere(places, "渡口"))
    assert readings(project, "渡口") == [(1, "渡口"), (2, "渡口")]
    assert "渡\n口" in project.state(1).text
    project.undo()
    assert readings(project, "渡口") == []
