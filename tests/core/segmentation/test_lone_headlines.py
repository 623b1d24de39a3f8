"""A headline without a story, right above the headline of another: told by what the text speaks of."""

import pytest

TITLE = "江岸区旧桥加固工程完工"
BODY = ["江岸区的旧桥从前天起可以走人了,加固工程用了七个月。", "旧桥建成四十年,去年查出桥墩开裂。"]


@pytest.mark.parametrize(
    "lone", ["城北菜市场举行回迁仪式", "渡口小学合唱团出席文化节", "青石镇茶叶出口增长两成"]
)
def test_what_happened_elsewhere_is_a_story_of_its_own(read, words, lone):
    page = read(lone, TITLE, *BODY, language=words)
    assert page.titles == [lone, TITLE]
    assert page.roles == [["title"], ["title", "body", "body"]]


@pytest.mark.parametrize(
    "kicker", ["在春风里·乡村故事", "学习贯彻全区开放大会精神", "渡口春耕一线见闻", "新征程上的青石镇"]
)
def test_the_name_of_a_series_is_a_kicker(read, words, kicker):
    page = read(kicker, TITLE, *BODY, language=words)
    assert len(page.titles) == 1


def test_a_kicker_in_words_of_the_text_is_a_kicker(read, words):
    page = read("去年桥墩开裂 七个月建成", TITLE, *BODY, language=words)
    assert len(page.titles) == 1


def test_the_sign_of_a_column_goes_with_the_headline_below(read, words):
    page = read("城北菜市场举行回迁仪式", "渡口札记", TITLE, *BODY, language=words)
    assert page.roles == [["title"], ["kicker", "title", "body", "body"]]


def test_without_language_headlines_stay_together(read):
    assert len(read("城北菜市场举行回迁仪式", TITLE, *BODY).titles) == 1
