import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Article, Layout, Piece, layout_of
from core.document.role import ArticleKind, Role
from core.errors import BadInputError, RefusedError, StorageError
from core.exporters.exporter import Correction, ExportPage, all_exporters, exporter
from core.exporters.formats.jsonl import VERSION, page_of, page_record, read_jsonl
from core.exporters.formats.md import escaped, page_markdown
from core.exporters.formats.txt import page_text
from core.exporters.writing import write_export
from core.text.span import Span
from core.text.span_table import SpanTable


def test_every_format_says_what_it_is():
    names = [found.NAME for found in all_exporters()]
    assert {"txt", "md", "jsonl"} <= set(names)
    assert len(names) == len(set(names))
    assert exporter("txt").SUFFIX == ".txt"


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(RefusedError, match=r"pdf.*jsonl.*md.*txt"):
        exporter("pdf")


def test_plain_text(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.KICKER, "### 端午将至"),
            (Role.TITLE, "## 渡口重开"),
            (Role.BYLINE, "本报记者 林一舟"),
            (Role.BODY, "渡船已经"),
            (Role.BODY, "靠岸。", True),
            (Role.BODY, "船票两元。"),
        ],
        [(Role.TITLE, "早市"), (Role.BODY, "鱼价平稳。")],
        furniture=("热线电话：2233",),
    )
    assert page_text(page) == (
        "端午将至\n渡口重开\n本报记者 林一舟\n渡船已经靠岸。\n船票两元。\n\n早市\n鱼价平稳。\n"
    )


def test_markdown(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.TITLE, "## 渡口重开"),
            (Role.BYLINE, "□林一舟"),
            (Role.HEADING, "#### 一、船票"),
            (Role.BODY, "票价*两元*。"),
            (Role.CAPTION, "渡口一角。"),
            (Role.TABLE, "日期\t班次\n5月8日\t12"),
        ],
        [(Role.BODY, "1. 鱼价平稳。")],
    )
    assert page_markdown(page) == (
        "# 渡口重开\n\n_□林一舟_\n\n### 一、船票\n\n票价\\*两元\\*。\n\n> 渡口一角。\n\n"
        "```\n日期\t班次\n5月8日\t12\n```\n\n---\n\n1\\. 鱼价平稳。\n"
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("# 号", "\\# 号"),
        ("- 破折", "\\- 破折"),
        ("——副题", "——副题"),
        ("12) 条", "12\\) 条"),
        ("12.5元", "12.5元"),
        ("[图](x)", "\\[图\\](x)"),
    ],
)
def test_text_is_never_taken_for_markdown(text, marked):
    assert escaped(text) == marked


def test_a_file_for_each_page_and_one_for_all(page_of_pieces, tmp_path):
    pages = [page_of_pieces([(Role.BODY, "一。")], name=name) for name in ("甲/一版", "乙")]
    for name, expected in [("txt", ["甲-一版.txt", "乙.txt"]), ("jsonl", ["pages.jsonl"])]:
        assert [file.path for file in exporter(name).export(pages)] == expected
    assert len(list(next(exporter("jsonl").export(pages)).chunks)) == 2


WORDS = st.text(max_size=20)
CORRECTION = st.builds(
    Correction,
    st.none() | st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda at: Span(at[0], sum(at))),
    *[WORDS] * 5,
)


@st.composite
def export_pages(draw):
    text = draw(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = places.map(lambda ends: Span(min(ends), max(ends)))
    numbers = draw(st.lists(st.integers(1, 500), unique=True, max_size=9))
    pieces = {
        key: draw(st.builds(Piece, st.sampled_from(Role), st.booleans(), st.booleans())) for key in numbers
    }
    cut = draw(st.integers(0, len(numbers)))
    maybe = st.none() | WORDS
    articles = {
        number: Article(
            (key,), draw(st.sampled_from(ArticleKind)), draw(maybe), draw(st.booleans()), draw(maybe)
        )
        for number, key in enumerate(numbers[:cut], 700)
    }
    order = tuple(draw(st.permutations(list(articles))))
    table = SpanTable.of({key: draw(spans) for key in numbers})
    layout = Layout(order, articles, pieces, tuple(numbers[cut:]), table, 900)
    corrections = tuple(draw(st.lists(CORRECTION, max_size=3)))
    return ExportPage(draw(WORDS), text, layout, "0" * 64, "gb18030", draw(st.integers(0, 3)), corrections)


@given(st.lists(export_pages(), max_size=3))
def test_json_lines_lose_nothing(tmp_path_factory, pages):
    folder = tmp_path_factory.mktemp("lines")
    (path,) = write_export(exporter("jsonl").export(pages), folder)
    assert list(read_jsonl(path)) == pages
    assert len(path.read_text("utf-8").splitlines()) == len(pages)


def test_half_a_surrogate_pair_stops_no_export(tmp_path):
    page = ExportPage(
        "页", "半\ud842个", layout_of(Draft((DraftArticle((DraftPiece(Span(0, 3), Role.BODY),)),)))
    )
    for name in ("txt", "md"):
        write_export(exporter(name).export([page]), tmp_path)
        assert (tmp_path / f"页.{name}").read_text("utf-8") == "半\ufffd个\n"
    (path,) = write_export(exporter("jsonl").export([page]), tmp_path)
    assert list(read_jsonl(path)) == [page]


def test_a_line_says_what_a_reader_wants_to_know(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "# 渡口重开"), (Role.BODY, "渡船靠岸。")], furniture=("热线",))
    record = page_record(page)
    assert record["schema"] == "jiaochou-page"
    assert record["articles"][0]["title"] == "渡口重开"
    assert record["articles"][0]["pieces"][1]["text"] == "渡船靠岸。"
    assert record["furniture"][0]["text"] == "热线"


@pytest.mark.parametrize(
    "changed",
    [
        {"schema": "other"},
        {"text": None},
        {"text": ""},
        {"round": "1"},
        {"articles": [5]},
        {"furniture": [{}]},
        {"version": True},
    ],
)
def test_a_line_that_is_no_page_is_named(tmp_path, page_of_pieces, changed):
    record = page_record(page_of_pieces([(Role.BODY, "一。")]))
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps(record) + "\n\n" + json.dumps({**record, **changed}), "utf-8")
    with pytest.raises(BadInputError, match=r"pages\.jsonl：第 3 行"):
        list(read_jsonl(path))


def test_lines_of_a_newer_program_are_told_from_broken_ones(tmp_path, page_of_pieces):
    record = page_record(page_of_pieces([(Role.BODY, "一。")]))
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({**record, "version": VERSION + 1}), "utf-8")
    with pytest.raises(BadInputError, match="较新"):
        list(read_jsonl(path))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(StorageError):
        list(read_jsonl(tmp_path / "none.jsonl"))


def test_a_piece_told_of_twice_is_refused(page_of_pieces):
    record = page_record(page_of_pieces([(Role.BODY, "一。")]))
    with pytest.raises(ValueError, match="pieces"):
        page_of({**record, "furniture": record["articles"][0]["pieces"]})
