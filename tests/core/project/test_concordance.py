import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.everywhere import ReplaceEverywhere
from core.project.concordance import Sorting, arranged, places_of, same_places, stands_right
from core.project.hits import Hits, page_hits
from core.text.torn import torn_search


@pytest.fixture
def project(project_of):
    return project_of("东渚的度\n口通航。", "船到度口。", "岸上无人。")


def hits_in(text, wanted, **how):
    return Hits([page_hits(1, text, torn_search(wanted, **how))])


def hits(project, wanted, **how):
    search = torn_search(wanted, **how)
    return Hits(page_hits(page, text, search) for page, text in project.texts.of([1, 2, 3])[1].items())


def readings(project, wanted):
    return [(hit.page, hit.reading) for hit in hits(project, wanted)]


def test_all_places_are_one_step(project):
    project.perform(ReplaceEverywhere(places_of(hits(project, "度口")), "渡口"))
    assert readings(project, "渡口") == [(1, "渡口"), (2, "渡口")]
    assert "渡\n口" in project.state(1).text
    project.undo()
    assert readings(project, "渡口") == []


def test_a_place_inside_the_right_form_stands_right():
    first, second = hits_in("老一小，一老一小", "老一小")
    assert (stands_right(first, "一老一小"), stands_right(second, "一老一小")) == (False, True)


@pytest.mark.parametrize(
    ("sorting", "order"), [("page", "乙丙甲"), ("after", "乙甲丙"), ("before", "丙甲乙")]
)
def test_contexts_are_sorted_away_from_the_place(sorting, order):
    found = hits_in("乙末渡口东\n丙一渡口西\n甲三渡口南", "渡口")
    places = arranged(found, Sorting(sorting))
    behind = {"东": "乙", "西": "丙", "南": "甲"}
    assert "".join(behind[found[at].after[0]] for at in places) == order


def test_the_context_is_searched_in_either_script():
    found = hits_in("老渡口的燈" + "。" * 90 + "新渡口的船", "渡口")
    assert arranged(found, Sorting.PAGE, "灯") == [0]
    assert arranged(
        found,
        Sorting.PAGE,
        "燈",
    ) == [0]
    assert arranged(found, Sorting.PAGE, "\n") == [0, 1]


def test_a_place_is_the_same_while_one_side_of_it_is():
    before = hits_in("东岸的渡口通航，西岸的渡口停航。", "渡口")
    after = hits_in("东岸的码头通航，西岸的渡口停了。", "渡口")
    assert same_places(before, after) == {1: 0}


@given(st.text("甲乙丙\n", max_size=40), st.text("甲乙丙\n", max_size=40))
def test_places_keep_their_order_and_their_reading(old, new):
    first, second = hits_in(old, "甲"), hits_in(new, "甲")
    same = same_places(first, second)
    assert list(same) == sorted(same)
    assert list(same.values()) == sorted(set(same.values()))
    assert all(first[one].reading == second[other].reading for one, other in same.items())


@given(st.text("甲乙丙\n", max_size=40))
def test_nothing_changed_is_all_the_same(text):
    found = hits_in(text, "甲")
    assert same_places(found, found) == {number: number for number in range(len(found))}
