"""What holds for any text whatever."""

from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.segmentation.segmenter import segment

LINES = st.sampled_from(
    [
        "## 新馆开馆",
        "一、藏书",
        "(一)夯实基础。各馆要配齐设备。",
        "本报讯(记者 林晓禾)新馆昨日开馆。",
        "林晓禾 摄",
        "本报记者 林晓禾 摄",
        "(下转第4版)",
        "(上接第一版) 新馆共有五层,藏书",
        "新馆共有五层。(下转第二版)",
        "5月3日,孩子们在读书。 本报记者 林晓禾 摄",
        "——话说读书",
        "本报评论员",
        "●林晓禾",
        "(2031年5月4日)",
        "2031年5月4日",
        "(新华社武汉5月3日电)",
        "各位代表:",
        "话说读书",
        "量。只有人人动手",
        "走进“书香江",
        "岸”四个大字。",
        "责任编辑 林晓禾",
        "电话:027-88880000",
        "第一章 发展\t第二章 保障",
        "",
        " \t",
        "(",
        "---",
        "#",
        "**",
        "读书要靠大家一起出力量。",
        "　　新馆共五层,设少儿、古籍",
        "新馆共五层设少儿古籍自习等",
    ]
)
PAGES = st.one_of(
    st.lists(LINES, max_size=30).map("\n".join),
    st.lists(LINES, max_size=30).map("\n\n".join),
    st.text(alphabet="新馆读书报讯记者电摄版第一二。,、“”《》()（）#*-—\n\n\n \t\u3000·■12", max_size=200),
    st.text(max_size=80),
)


@given(PAGES)
def test_every_character_lies_in_one_piece(text):
    draft = segment(text)
    spans = [piece.span for article in draft.articles for piece in article.pieces] + list(draft.furniture)
    covered = [0] * len(text)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert "\n" not in span.of(text)
        for position in range(span.start, span.end):
            covered[position] += 1
    assert max(covered, default=0) <= 1
    assert all(count == 1 for count, character in zip(covered, text, strict=True) if not character.isspace())


@given(PAGES)
def test_articles_hold_together(text):
    draft = segment(text)
    for article in draft.articles:
        assert article.pieces
        assert not article.pieces[0].joins_previous
        for above, below in zip(article.pieces, article.pieces[1:], strict=False):
            assert not below.joins_previous or above.role is below.role
        if article.continued_to or article.continued_from:
            assert any(piece.role is Role.JUMP for piece in article.pieces)


@given(PAGES)
def test_the_same_text_is_read_the_same_way(text):
    assert segment(text) == segment(text)
