"""Pages of one printed line a line, columns parted by blank lines."""

from core.segmentation.measure import column_measure, print_width

PARAGRAPHS = [
    "本报讯（记者 林晓禾）昨日，江岸区图书馆新馆开馆。新馆共五层，设少儿、古籍等八个区域，可藏书六十万册。",
    "新馆由旧厂房改建而成，保留了红砖外墙，走进大门便是一面十米高的书墙。许多家长带着孩子清早就来排队等候。",
    "林晓禾说，少儿区的一百个座位在开馆半小时内便已坐满，馆方随即在三楼阳光厅加设了一百二十个临时座位。",
    "今后新馆全年无休，周末还有讲座和展览。",
    "志愿者也在招募之中，凡年满十六岁、愿意每月服务两天的市民都可以报名，报名处设在一楼大厅的服务台。",
]


def typeset(paragraphs, measure):
    """Set paragraphs in a column: two characters of indent, which the engine does not read."""
    lines = []
    for paragraph in paragraphs:
        lines.append(paragraph[: measure - 2])
        rest = paragraph[measure - 2 :]
        lines += [rest[start : start + measure] for start in range(0, len(rest), measure)]
    return lines


def columns(lines, height):
    return ["\n".join(lines[start : start + height]) for start in range(0, len(lines), height)]


def test_printed_lines_become_paragraphs_over_column_ends(read_text):
    lines = typeset(PARAGRAPHS, 15)
    page = read_text("\n\n".join(["江岸区图书馆\n新馆开馆", *columns(lines, 7)]))
    assert page.paragraphs(0) == PARAGRAPHS
    assert page.outline[0][:2] == [("title", "江岸区图书馆"), ("title", "⁀新馆开馆")]


def test_a_headline_block_begins_an_article(read_text):
    first, second = columns(typeset(PARAGRAPHS[:2], 15), 8), columns(typeset(PARAGRAPHS[1:], 15), 8)
    page = read_text(
        "\n\n".join(["江城晚报 2031年5月4日 星期日 第3版", "新馆昨日开馆", *first, "知识窗", *second])
    )
    assert page.titles == ["新馆昨日开馆", "知识窗"]
    assert len(page.furniture) == 1


def test_articles_may_stand_in_columns_of_different_measure(read_text):
    narrow, wide = typeset(PARAGRAPHS, 12), typeset(PARAGRAPHS, 24)
    page = read_text(
        "\n\n".join(["新馆昨日开馆", *columns(narrow, 9), "江岸再添一座书房", *columns(wide, 9)])
    )
    assert page.paragraphs(0) == page.paragraphs(1) == PARAGRAPHS


def test_marks_of_half_width_with_blanks_do_not_change_the_paragraphs(read_text):
    lines = [
        line.replace("，", ", ").replace("（", " (").replace("）", ") ") for line in typeset(PARAGRAPHS, 15)
    ]
    page = read_text("\n\n".join(["新馆昨日开馆", *columns(lines, 7)]))
    assert len(page.paragraphs(0)) == len(PARAGRAPHS)


def test_a_jump_at_the_foot_of_a_column_is_a_jump(read_text):
    lines = [*typeset(PARAGRAPHS[:2], 15), "（下转第二版）"]
    page = read_text("\n\n".join(["新馆昨日开馆", *columns(lines, 7)]))
    assert page.draft.articles[0].continued_to == "第2版"
    assert page.paragraphs(0) == PARAGRAPHS[:2]


def test_paragraphs_a_line_are_no_printed_lines(read):
    page = read("江岸区图书馆新馆开馆", *PARAGRAPHS)
    assert page.paragraphs(0) == PARAGRAPHS


def test_width_in_print():
    assert print_width("新馆昨日开馆") == 6
    assert print_width("2031年") == 3
    assert print_width("增长38.6%") == 4.5
    assert print_width("开馆, 首日") == 5
    assert print_width("江 岸") == 2.5


def test_the_measure_is_what_most_lines_fill():
    assert column_measure([15, 15, 14, 13, 15, 3]) == 15
    assert column_measure([15, 15]) is None
