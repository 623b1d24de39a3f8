from collections.abc import Sequence

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


def test_of_each_part_is_remembered_what_was_said_last_with_the_same_given():
    asked = []

    def longer(parts: Sequence[str], given: int) -> list[int]:
        asked.append((tuple(parts), given))
        return [len(part) + given for part in parts]

    first = PageView(1, "页", "渡口")
    assert first.each(longer, ["渡口", "船", "渡口"], 1) == [3, 2, 3]
    second = PageView(1, "页", "渡口的").after(first)
    assert second.each(longer, ["船", "桥上"], 1) == [2, 3]
    third = PageView(1, "页", "渡口的船").after(PageView(1, "页", "渡口的 ").after(second))
    assert third.each(longer, ["船", "渡口"], 1) == [2, 3]
    assert third.each(longer, ["船"], 2) == [3]
    fourth = PageView(1, "页", "渡").after(third)
    assert fourth.each(longer, ["船"], 2) == [3]
    assert asked == [(("渡口", "船"), 1), (("桥上",), 1), (("渡口",), 1), (("船",), 2)]
    fifth = PageView(1, "页", "渡").after(fourth)
    assert fifth.each(longer, ["船"], 1) == [2]
    assert asked[-1] == (("船",), 1)
