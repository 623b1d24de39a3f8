"""Searching all pages beside the window."""

import pytest

from core.errors import refused
from core.text.edit import Edit
from core.text.pattern import PatternSearch, pattern
from core.text.torn import torn_search
from gui.desk import concordance as concordance_module
from gui.desk import texts as texts_module
from gui.desk.concordance import Concordance, End
from gui.desk.texts import PageTexts


class Heard:
    """Everything a search has said."""

    def __init__(self, search):
        self.places, self.again, self.ends = [], [], []
        search.found.connect(lambda hits: self.places.extend((hit.page, hit.reading) for hit in hits))
        search.replaced.connect(self.again.append)
        search.ended.connect(self.ends.append)


@pytest.fixture
def search(desk, monkeypatch):
    monkeypatch.setattr(texts_module, "AT_ONCE", 1)
    monkeypatch.setattr(concordance_module, "STRETCH", 1)
    texts = PageTexts(desk, desk)
    desk.list_pages()
    yield Concordance(texts, desk.workers, desk)
    texts.forget()


@pytest.fixture
def heard(search):
    return Heard(search)


def test_places_come_page_by_page(search, heard, qtbot):
    search.search(torn_search("潮", exact=True))
    with qtbot.waitSignal(search.ended):
        pass
    assert (heard.places, heard.ends, search.searched) == ([(1, "潮")], [End.ALL], 2)


def test_the_search_before_is_forgotten(search, heard, qtbot):
    search.search(torn_search("潮", exact=True))
    search.search(torn_search("码头", exact=True))
    with qtbot.waitSignal(search.ended):
        pass
    assert heard.places == [(2, "码头")]


def test_an_expression_is_looked_for_in_all_pages(search, heard, qtbot):
    search.search(PatternSearch(pattern("潮|码.")))
    with qtbot.waitSignal(search.ended):
        pass
    assert heard.places == [(1, "潮"), (2, "码头")]


def test_what_takes_too_long_is_given_up_and_forgotten(search, heard, qtbot):
    class Endless:
        def places(self, text):
            raise refused("正则表达式太费时，已停下")

    with qtbot.waitSignal(search.failed) as told:
        search.search(Endless())
    assert str(told.args[0]) == "正则表达式太费时，已停下"
    assert (heard.places, heard.ends, search.searched, search.running) == ([], [], 0, False)


def test_a_stopped_search_says_so_and_finds_no_more(search, heard, qtbot):
    search.search(torn_search("码头", exact=True))
    search.stop()
    qtbot.wait(50)
    assert (heard.places, heard.ends) == ([], [End.STOPPED])


def test_too_many_places_end_it(search, heard, qtbot, monkeypatch):
    monkeypatch.setattr(concordance_module, "MOST", 1)
    search.search(torn_search("。", exact=True))
    with qtbot.waitSignal(search.ended):
        pass
    assert (len(heard.places), heard.ends) == (1, [End.MOST])


def test_changed_pages_alone_are_searched_again(search, heard, desk, qtbot):
    search.search(torn_search("潮", exact=True))
    with qtbot.waitSignal(search.ended):
        pass
    with qtbot.waitSignal(search.replaced):
        desk.type_text(Edit(0, "", "潮"))
    (again,) = heard.again
    assert {page: [start for start, _ in hits.places] for page, hits in again.items()} == {1: [0, 6]}
    order = []
    search.when_fresh(lambda: order.append("fresh"))
    assert order == ["fresh"]


def test_who_acts_on_places_waits_until_they_are_fresh(search, heard, desk, qtbot):
    search.search(torn_search("潮", exact=True))
    with qtbot.waitSignal(search.ended):
        pass
    with qtbot.waitSignal(desk.stepped):
        desk.type_text(Edit(0, "", "潮"))
    seen = []
    search.when_fresh(lambda: seen.append(len(heard.again)))
    qtbot.waitUntil(lambda: seen == [1])
