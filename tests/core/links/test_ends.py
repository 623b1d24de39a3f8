from dataclasses import replace

from core.document.layout import Article, Layout, Link
from core.links.ends import without_links


def test_links_to_pages_that_are_gone_are_not_shown():
    article = Article((1,), linked_from=Link(3, 1), linked_to=Link(2, 2))
    layout = Layout(order=(1,), articles={1: article})
    shown = without_links(layout, {2, 5})
    assert shown == replace(layout, articles={1: replace(article, linked_to=None)})


def test_a_layout_without_such_links_is_the_same_one():
    layout = Layout(order=(1,), articles={1: Article((1,), linked_to=Link(2, 2))})
    assert without_links(layout, {3}) is layout
    assert without_links(layout, set()) is layout
