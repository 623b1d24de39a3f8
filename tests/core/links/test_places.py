import pytest

from core.links.places import BY_MASTHEAD, BY_NAME, BY_ORDER, numbered_by_order, page_place


@pytest.mark.parametrize(
    ("name", "text", "issue", "number"),
    [
        ("2024-05-01_04", "渡口通航", "2024-05-01", "4"),
        ("20240501-A04", "", "2024-05-01", "A4"),
        ("page-3.txt", "", "page", "3"),
        ("青渚时报-01", "", "青渚时报", "1"),
        ("青渚时报2024年5月1日第04版", "", "2024-05-01", "4"),
        ("扫描", "2024年5月1日 星期三 第3版\n渡口通航", "2024-05-01", "3"),
        ("扫描", "二〇二四年五月一日\n第十二版", "2024-05-01", "12"),
        ("2024-05-01", "（下转第4版）", "2024-05-01", None),
    ],
)
def test_a_page_says_where_it_belongs(name, text, issue, number):
    place = page_place(name, text)
    assert (place.issue, place.number) == (issue, number)


def test_the_masthead_is_surer_than_the_name_and_that_than_the_order():
    pages = [page_place("报-2", "第四版"), page_place("报-2", ""), page_place("报", "渡口")]
    numbered = numbered_by_order(pages)
    assert [(place.number, place.sure) for place in numbered] == [
        ("4", BY_MASTHEAD),
        ("2", BY_NAME),
        ("3", BY_ORDER),
    ]
