"""How often the terms of a page stand on it."""

from core.detectors.page_terms import read_page
from core.document.page import PageView
from core.lexicon.term import Kind, Term


def test_a_form_inside_a_longer_one_is_not_counted():
    counts = read_page(
        PageView("页", "甲报", "《渡口》和《渡口纪事》写渡口,《渡口纪事补》写渡口纪事。")
    ).counts
    assert [counts[Term(Kind.WORK, form)] for form in ("渡口", "渡口纪事", "渡口纪事补")] == [2, 2, 1]


def test_a_page_without_terms_counts_none():
    assert read_page(PageView("页", "甲报", "今天天气好。")).counts == {}
