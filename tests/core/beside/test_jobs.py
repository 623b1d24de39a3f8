"""A job done elsewhere, from what was sent, comes to the same as done here."""

import pickle
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.beside.hearing import Heard, Hearing
from core.beside.jobs import CheckPage, FindArticles, TellTraits
from core.beside.reader import Reader
from core.detectors.detector import Context, all_detectors
from core.detectors.rules import odd_forms
from core.document.page import PageView
from core.project.knowledge import knowledge_of, traits_of
from core.project.known import Known

NAMED = "# 渡口通航\n\n市长林晓禾说，这是第一天。\n\n市长林晓禾又说，船来了。\n"
SLIPPED = "# 码头告示\n\n市长林晓和说，明日改点。\n"


def always():
    return True


def page(key, text):
    return PageView(key, str(key), text)


def sent(job):
    return pickle.loads(pickle.dumps(job.apart()))


@pytest.fixture
def reader():
    return Reader(lambda: (odd_forms,))


def check_of(knowledge, pages, key):
    by_key = {one.key: one for one in pages}
    read = by_key.__getitem__
    return CheckPage(by_key[key], knowledge.surroundings(by_key[key], list(by_key), read, read, Context()))


def test_articles_are_found(reader):
    assert sent(FindArticles(NAMED)).run(reader, always) == reader.articles(NAMED)


def test_pages_tell_the_same(reader):
    told = sent(TellTraits((Known(1, None, NAMED, signed=True),))).run(reader, always)
    assert told[1].told == traits_of(NAMED, signed=True).told


def test_a_page_is_checked_by_the_terms_that_were_heard(reader):
    pages = [page(1, SLIPPED), *(page(number, NAMED) for number in range(2, 6))]
    job = check_of(knowledge_of(pages), pages, 1)
    here = job.run(Reader(lambda: (odd_forms,)), always)
    assert [one.rule for one in here.findings] == ["odd-form"]
    assert not here.layout.is_unwritten
    reader.hearing.begin(job.telling.name, tuple(job.telling.first.items()))
    assert sent(job).run(reader, always) == here


def test_of_a_project_that_was_never_heard_of_no_terms_are_known(reader):
    pages = [page(1, SLIPPED)]
    with pytest.raises(LookupError):
        sent(check_of(knowledge_of(pages), pages, 1)).run(reader, always)


def test_nobody_runs_detectors_for_what_is_not_wanted():
    job = check_of(knowledge_of([]), [page(1, SLIPPED)], 1)
    assert job.run(Reader(all_detectors), lambda: False).findings == []


def test_a_page_remembers_what_it_was_asked_and_sends_none_of_it():
    asked = page(1, NAMED)
    asked.once(len_of)
    again = pickle.loads(pickle.dumps(asked))
    assert again == asked
    assert again._known == {}


def len_of(one):
    return len(one.text)


def test_a_reader_knows_a_page_again(reader):
    first = reader.page(page(1, NAMED))
    assert reader.page(page(1, NAMED)) is first
    assert reader.page(page(1, NAMED), arranged=False) is first
    assert reader.page(page(1, SLIPPED)) is not first


@cache
def texts():
    return [NAMED * times for times in range(4)] + [SLIPPED, "市长林晓禾说。" * 3]


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(texts())), max_size=20))
def test_who_hears_the_same_in_the_same_order_counts_the_same(changes):
    knowledge = knowledge_of([page(number, NAMED) for number in range(1, 4)])
    hearing, heard, telling = Hearing(), 0, knowledge.telling
    hearing.begin(telling.name, tuple(telling.first.items()))
    for key, text in changes:
        knowledge = knowledge.with_page(page(key, text))
        telling = knowledge.telling
        hearing.go_on(telling.name, telling.since[heard:])
        heard = len(telling.since)
    lexicon = hearing.lexicon(Heard(telling.name, heard, knowledge.told[1]))
    assert dict(lexicon.items()) == dict(knowledge.lexicon_but_for(1).items())
    assert lexicon.settled.kinds == knowledge.lexicon.settled.kinds
