import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from core.document.role import Role
from core.exporters.exporter import Correction, ExportPage
from core.exporters.formats.docx import page_document
from core.exporters.formats.docx_tracked import NOBODY, tracked_document
from core.exporters.word import allowed
from core.text.span import Span


def opened(data):
    return Document(io.BytesIO(data))


def settle(data, keep, drop):
    """Return the text that is left when all changes of the kind `keep` stay and those of `drop` go."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = parse_xml(package.read("word/document.xml")).find(qn("w:body"))
    text = ""
    for paragraph in body.findall(qn("w:p")):
        for run in paragraph.iter(qn("w:r")):
            if run.getparent().tag == qn(f"w:{drop}"):
                continue
            for part in run:
                text += "\t" if part.tag == qn("w:tab") else part.text
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{drop}')}") is None:
            text += "\n"
    return text.removesuffix("\n")


def accepted(data):
    return settle(data, "ins", "del")


def rejected(data):
    return settle(data, "del", "ins")


def test_roles_are_styles_and_chinese_fonts_are_named(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.KICKER, "端午将至"),
            (Role.TITLE, "## 渡口重开"),
            (Role.BYLINE, "本报记者 林一舟"),
            (Role.BODY, "渡船已经"),
            (Role.BODY, "靠岸。", True),
            (Role.HEADING, "一、船票"),
            (Role.CAPTION, "渡口\x01一角。"),
            (Role.TABLE, "日期\t班次\n5月8日"),
        ],
        furniture=("热线：2233",),
    )
    document = opened(page_document(page))
    assert [(one.style.name, one.text) for one in document.paragraphs] == [
        ("Title", "滨河日报-01"),
        ("引题", "端午将至"),
        ("Heading 1", "渡口重开"),
        ("署名", "本报记者 林一舟"),
        ("Normal", "渡船已经靠岸。"),
        ("Heading 2", "一、船票"),
        ("图片说明", "渡口\ufffd一角。"),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["日期", "班次"],
        ["5月8日", ""],
    ]
    for name, font in (("Normal", "宋体"), ("Heading 1", "黑体"), ("署名", "楷体")):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_a_document_bears_no_time_of_its_making(page_of_pieces):
    with zipfile.ZipFile(io.BytesIO(page_document(page_of_pieces([(Role.BODY, "渡船靠岸。")])))) as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}


def test_a_change_says_who_made_it_and_when(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "潮水退去。")])
    made = Correction(Span(5, 6), "朝", "潮", "林校", "2026-05-08T09:30:00.250000+08:00", "typed")
    data = tracked_document(replace(page, raw="渡口重开\n朝水退去。\n", corrections=(made,)))
    document = opened(data)
    title, body, _ = document.paragraphs
    assert (title.style.name, body.style.name) == ("Heading 1", "Normal")
    changes = [part for part in body._p if part.tag in (qn("w:ins"), qn("w:del"))]
    assert [change.get(qn("w:author")) for change in changes] == ["林校"] * 2
    assert {change.get(qn("w:date")) for change in changes} == {"2026-05-08T01:30:00Z"}
    assert len({change.get(qn("w:id")) for change in changes}) == 2
    assert [text.text for text in body._p.iter(qn("w:delText"))] == ["朝"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", "渡船\n靠岸"),
        ("渡船\n靠岸", ""),
        ("渡船\n靠岸", "渡船靠岸"),
        ("渡船靠岸", "渡船\n\n靠岸\n"),
        ("渡\t船", "渡  船\t\t"),
        ("甲\n乙\n丙", "丙\n甲"),
    ],
)
def test_accepting_gives_the_text_and_rejecting_the_raw_text(raw, text):
    data = tracked_document(ExportPage("页", text, raw=raw))
    assert (accepted(data), rejected(data)) == (text, raw)
    assert NOBODY in opened(data).element.xml


TEXTS = st.text(st.sampled_from("渡船靠岸潮水\n\t \x00\ud842𠮷<&"), max_size=30)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_told_by_changes(raw, text):
    data = tracked_document(ExportPage("页", text, raw=raw))
    assert (accepted(data), rejected(data)) == (allowed(text), allowed(raw))
    numbers = [one.get(qn("w:id")) for one in opened(data).element.iter(qn("w:ins"), qn("w:del"))]
    assert len(set(numbers)) == len(numbers)


def words(element):
    return "".join(part.text for part in element.iter(qn("w:t")))


def test_several_headlines_are_listed_in_front_and_lead_to_themselves(page_of_pieces):
    page = page_of_pieces(
        [(Role.TITLE, "渡口重开"), (Role.HEADING, "船票"), (Role.BODY, "两元。")],
        [(Role.TITLE, "早市"), (Role.BODY, "鱼价平稳。")],
    )
    document = opened(page_document(page))
    links = list(document.element.body.iter(qn("w:hyperlink")))
    starts = {
        mark.get(qn("w:name")): words(mark.getparent())
        for mark in document.element.body.iter(qn("w:bookmarkStart"))
    }
    assert [starts[link.get(qn("w:anchor"))] for link in links] == ["渡口重开", "早市"]
    assert [words(link) for link in links] == ["渡口重开", "早市"]
    marks = [mark.get(qn("w:fldCharType")) for mark in document.element.body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]


def test_one_headline_needs_no_list(page_of_pieces):
    document = opened(page_document(page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "两元。")])))
    assert not list(document.element.body.iter(qn("w:fldChar")))
