from core.document.page import PageView


def length(page: PageView) -> int:
    return len(page.text)


def test_what_is_worked_out_of_a_page_is_known_to_the_one_it_becomes():
    before = PageView(1, "页", "渡口")
    assert before.once(length) == 2
    now = PageView(1, "页", "渡口的船").after(before)
    assert (now.earlier(length), now.once(length)) == (2, 4)
    assert PageView(1, "页", "渡口的船").earlier(length) is None


def test_what_nobody_asked_of_a_snapshot_is_known_from_the_one_before():
    first = PageView(1, "页", "渡口")
    first.once(length)
    unasked = PageView(1, "页", "渡口的").after(first)
    assert PageView(1, "页", "渡口的船").after(unasked).earlier(length) == 2


def test_what_is_known_of_it_makes_no_other_page():
    known = PageView(1, "页", "渡口").after(PageView(1, "页", "渡"))
    assert known == PageView(1, "页", "渡口")
