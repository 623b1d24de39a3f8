"""What the words of a passage tell of the story it belongs to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.language import open_language
from core.language.shared_words import SharedWords, words_of

LANGUAGE = open_language()
TEXT = st.text("木船桐油补好渡口果园a。", max_size=12)
STORIES = st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=3)


def passages(stories):
    return [
        (number, first, last)
        for number, story in enumerate(stories)
        for first in range(len(story))
        for last in range(first, len(story))
    ]


@given(STORIES)
def test_many_passages_are_weighed_as_one_by_one(stories):
    words, every = SharedWords(stories, LANGUAGE), passages(stories)
    assert words.own_all(np.array(every)).tolist() == pytest.approx([words.own(*one) for one in every])
    for home in range(len(stories)):
        together = words.of_all(*np.array(every).T)[:, home].tolist()
        assert together == pytest.approx([words.of(home, *one) for one in every])


@given(STORIES)
def test_words_that_were_looked_up_before_say_the_same(stories):
    known = {text: words_of([text], LANGUAGE)[0] for story in stories for text in story}
    kept = SharedWords(stories, LANGUAGE, lambda texts: [known[text] for text in texts])
    afresh = SharedWords(stories, LANGUAGE)
    for one in passages(stories):
        assert kept.own(*one) == afresh.own(*one)
        assert kept.of(0, *one) == afresh.of(0, *one)


def test_a_passage_says_more_of_the_story_that_has_its_words():
    words = SharedWords([["木船桐油船缝", "果园滴灌"], ["果园桃树滴灌"]], LANGUAGE)
    assert words.of(1, 0, 1, 1) > words.own(0, 1, 1)


def test_without_words_nothing_is_said():
    words = SharedWords([["abc"], ["的", ""]], LANGUAGE)
    assert words.own(1, 0, 1) == words.of(0, 1, 0, 1) == 0.0


@given(STORIES)
def test_what_else_is_asked_changes_no_bit(stories):
    words, every = SharedWords(stories, LANGUAGE), passages(stories)
    assert words.own_each(every) == [words.own(*one) for one in every]
    assert words.own_each([]) == []
