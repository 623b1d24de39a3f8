"""Short lines without an end: halves of paragraphs, or headings and headlines."""

import pytest

HEAD = "江岸区旧桥加固工程完工"
LEAD = "本报讯(记者 林晓禾)5月3日,江岸区旧桥加固工程完工,桥面行人通行恢复正常。"
MORE = "旧桥建成四十年,去年查出桥墩开裂。"


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("江岸区今年的安全生产监督", "管理部门公布了安全生产检查的记录。"),
        ("加固旧桥最要紧的一件事，是", "以桥墩为中心的检查。"),
        ("施工队四月里一边加固桥墩,一边更换支座和伸缩缝,夜里只留两个人看守河边的那台抽", "水机。"),
    ],
)
def test_a_torn_paragraph_may_say_its_words_again(read, words, first, rest):
    page = read(HEAD, LEAD, first, rest, MORE, language=words)
    assert page.paragraphs(0) == [LEAD, first + rest, MORE]


def test_a_numbered_heading_is_whole_where_its_text_begins_with_its_words(read, words):
    page = read(HEAD, LEAD, "(一)全面检查桥梁的", "全面检查桥梁的支座和伸缩缝。", MORE, language=words)
    assert page.roles == [["title", "body", "heading", "body", "body"]]


def test_two_lines_over_a_story_are_one_headline(read, words):
    page = read(MORE, "十月旧桥通行量加快增长", "行人过桥时间同比缩短四成", LEAD, language=words)
    assert page.roles == [["body"], ["title", "title", "body"]]
