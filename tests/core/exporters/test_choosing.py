from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.finding import Finding, Suggestion
from core.document.layout import layout_of
from core.document.role import Role
from core.errors import RefusedError
from core.exporters.choosing import chosen_pages, export_files
from core.exporters.exporter import Continuation, Correction, ExportPage, Suspect, exporter
from core.exporters.formats.txt import page_text
from core.exporters.options import Characters, ExportOptions, Split, Width
from core.messages import message
from core.text.span import Span


@pytest.fixture
def page(page_of_pieces):
    return page_of_pieces(
        [
            (Role.TITLE, "软件展开幕"),
            (Role.BODY, "头发和发展,计有3.5%的"),
            (Role.BODY, "鼠标。", True),
            (Role.HEADING, "一、船票"),
            (Role.BODY, "票价两元。"),
        ],
        [(Role.TITLE, "早市"), (Role.BODY, "鱼价平稳。")],
        name="滨河日报-20260508-03",
        furniture=("热线:２２３３",),
    )


def text_of(page, **chosen):
    return "".join(map(page_text, chosen_pages([page], ExportOptions(**chosen))))


def test_by_default_nothing_changes(page):
    assert list(chosen_pages([page], ExportOptions())) == [page]


def test_script(page):
    assert "頭髮和發展,計有3.5%的鼠標" in text_of(page, characters=Characters.TRADITIONAL)
    assert "軟體展開幕" in text_of(page, characters=Characters.TAIWAN)
    assert text_of(page, characters=Characters.SIMPLIFIED) == page_text(page)
    (traditional,) = chosen_pages([page], ExportOptions(characters=Characters.HONG_KONG))
    assert text_of(traditional, characters=Characters.SIMPLIFIED) == page_text(page)


def test_traditional_text_is_not_converted_twice(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "皇后與後宮，乾涉與干涉，範圍與范氏。")])
    assert text_of(page, characters=Characters.TRADITIONAL) == page_text(page)


def test_a_traditional_line_of_a_mixed_page_is_not_converted_twice(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "皇后與後宮，范氏說話。"), (Role.BODY, "头发和发展，软件开发。")])
    assert text_of(page, characters=Characters.TRADITIONAL) == (
        "皇后與後宮，范氏說話。\n頭髮和發展，軟件開發。\n"
    )


def test_width(page):
    assert "，计有3.5%的" in text_of(page, marks=Width.FULL)
    assert ",计有３．５％的" in text_of(page, digits=Width.FULL)
    assert "热线:2233" in text_of(page, digits=Width.HALF, furniture=True)
    assert "热线：２２３３" in text_of(page, marks=Width.FULL, furniture=True)


def test_lines_headings_and_furniture(page):
    assert "的鼠标" in text_of(page)
    assert "的\n鼠标" in text_of(page, line_breaks=True)
    assert "一、船票" not in text_of(page, headings=False)
    assert text_of(page, furniture=True).endswith("鱼价平稳。\n\n热线:２２３３\n")


def test_a_piece_of_several_lines_is_lines_again():
    text = "渡船已经\n靠岸。"
    layout = layout_of(Draft((DraftArticle((DraftPiece(Span(0, len(text)), Role.BODY),)),)))
    assert text_of(ExportPage("页", text, layout), line_breaks=True) == text + "\n"


def test_links_and_signatures(page):
    rest = Continuation("转来。", layout_of(Draft((DraftArticle((DraftPiece(Span(0, 3), Role.BODY),)),))), 1)
    linked = replace(page, continuations={1: (rest,)}, told_elsewhere=frozenset({2}))
    assert "转来。" in text_of(linked)
    assert "鱼价" not in text_of(linked)
    for chosen in ({"linked": False}, {"only_signed": True}):
        alone = text_of(replace(linked, round=1), **chosen)
        assert "转来。" not in alone
        assert "鱼价" in alone
    with pytest.raises(RefusedError, match="校次"):
        text_of(page, only_signed=True)
    assert "轉來。" in text_of(linked, characters=Characters.TRADITIONAL)


def test_what_is_marked_moves_along(page):
    start = page.text.index("鼠标")
    made = Correction(Span(start, start + 2), "鼠标的", "鼠标", "林校", "", "typed")
    told = Suspect(
        Finding("confusable", Span(start, start + 1), message("形近"), (Suggestion("软件", 0.9),)), False
    )
    (moved,) = chosen_pages(
        [replace(page, corrections=(made,), suspects=(told,), raw="软件\n")],
        ExportOptions(characters=Characters.TAIWAN),
    )
    assert moved.corrections[0].span.of(moved.text) == moved.corrections[0].right == "滑鼠"
    assert moved.suspects[0].finding.suggestions[0].text == moved.raw.strip() == "軟體"


@pytest.mark.parametrize(
    ("split", "names", "expected"),
    [
        (Split.PAGE, "", ["滨河日报-20260508-03.txt", "滨河日报-20260508-04.txt"]),
        (Split.PAGE, "{date}_{page}", ["2026-05-08_3.txt", "2026-05-08_4.txt"]),
        (
            Split.ARTICLE,
            "{paper}-{number}-{title}",
            ["滨河日报-01-软件展开幕.txt", "滨河日报-02-早市.txt"] * 2,
        ),
        (Split.ISSUE, "", ["滨河日报-2026-05-08.txt"]),
    ],
)
def test_files_and_their_names(page, split, names, expected):
    pages = [page, replace(page, name="滨河日报-20260508-04")]
    options = ExportOptions(split=split, names=names)
    files = [
        (file.path, b"".join(file.chunks)) for file in export_files(exporter("txt"), iter(pages), options)
    ]
    assert [path for path, _ in files] == expected
    whole = page_text(page)
    if split is Split.ISSUE:
        assert files[0][1].decode() == f"{whole}\n{whole}"
    elif split is Split.ARTICLE:
        assert files[1][1].decode() == "早市\n鱼价平稳。\n"


def test_the_name_of_a_page_is_surer_than_what_is_printed_on_it(page_of_pieces):
    named, unnamed = (
        page_of_pieces([(Role.BODY, "2026年4月28日 第6版")], name=name)
        for name in ("晚报-20260508-03", "晚报")
    )
    options = ExportOptions(names="{paper} {date} {page}")
    assert [page.file for page in chosen_pages([named, unnamed], options)] == [
        "晚报 2026-05-08 3",
        "晚报 2026-04-28 6",
    ]


def test_a_table_is_one_file():
    with pytest.raises(RefusedError, match="jsonl"):
        export_files(exporter("jsonl"), [], ExportOptions(split=Split.ARTICLE))


@st.composite
def pages(draw):
    lines = draw(
        st.lists(st.text("发后里面软件鼠标头,.:3５。，\n 台湾a", min_size=1, max_size=12), max_size=5)
    )
    text, pieces = "", []
    for line in lines:
        pieces.append(DraftPiece(Span(len(text), len(text) + len(line)), draw(st.sampled_from(Role))))
        text += line + draw(st.sampled_from(["\n", ""]))
    article, left = pieces[: len(pieces) // 2], tuple(piece.span for piece in pieces[len(pieces) // 2 :])
    layout = layout_of(Draft((DraftArticle(tuple(article)),) if article else (), left))
    return ExportPage("页", text, layout)


@given(pages(), st.sampled_from(Characters), st.sampled_from(Width), st.sampled_from(Width))
def test_every_piece_keeps_its_words(page, characters, marks, digits):
    options = ExportOptions(characters, marks, digits)
    (changed,) = chosen_pages([page], options)
    alone = ExportOptions(characters, marks, digits, furniture=True)
    for key, span in page.layout.spans.items():
        words = span.of(page.text)
        kept = changed.layout.spans[key].of(changed.text)
        assert kept.count("\n") == words.count("\n")
        assert bool(kept) == bool(words)
    assert len(list(chosen_pages([page], alone))) == 1
    if characters is Characters.AS_IS:
        assert len(changed.text) == len(page.text)
        assert changed.layout.spans == page.layout.spans


@pytest.mark.parametrize("name", ["html", "tei", "docx", "md"])
def test_a_file_for_each_article_in_whatever_form_makes_documents(page, name):
    files = list(export_files(exporter(name), [page], ExportOptions(split=Split.ARTICLE, names="{title}")))
    assert [file.path.rpartition(".")[0] for file in files] == ["软件展开幕", "早市"]
    assert all(b"".join(file.chunks) for file in files)


def test_a_web_page_and_a_book_of_an_issue(page_of_pieces):
    days = [
        ("滨河日报-20260508-01", "渡口重开"),
        ("滨河日报-20260508-02", "早市"),
        ("滨河日报-20260509-01", "新船"),
    ]
    pages = [
        page_of_pieces([(Role.TITLE, title), (Role.BODY, "渡船靠岸。")], name=name) for name, title in days
    ]
    for name, suffix in (("html", ".html"), ("epub", ".epub")):
        files = export_files(exporter(name), pages, ExportOptions(split=Split.ISSUE))
        told = {file.path: list(file.chunks) for file in files}
        assert {path: len(chunks) for path, chunks in told.items()} == {
            f"滨河日报-2026-05-08{suffix}": 2,
            f"滨河日报-2026-05-09{suffix}": 1,
        }
        if name == "html":
            root = ET.fromstring(b"".join(told["滨河日报-2026-05-08.html"]).split(b"\n", 1)[1])
            anchors = [one.get("id") for one in root.iter() if one.get("id")]
            assert anchors == ["a1", "a2"]
            assert [one.text for one in root.iter("{http://www.w3.org/1999/xhtml}h3")] == ["渡口重开", "早市"]


def test_what_makes_no_document_of_an_issue_says_so(page):
    for name in ("tei", "docx", "alto", "csv"):
        with pytest.raises(RefusedError, match="不能按篇或按期"):
            export_files(exporter(name), [page], ExportOptions(split=Split.ISSUE))
