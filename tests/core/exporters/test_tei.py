"""TEI output is held to the part of the TEI P5 schema that it uses, written down here as content models."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from core.document.finding import Finding, Suggestion
from core.document.role import Role
from core.exporters.critical_note import CriticalNote, NotedReading
from core.exporters.exporter import Correction, Suspect
from core.exporters.formats.tei import page_tei
from core.exporters.formats.txt import page_text
from core.exporters.xml import FORBIDDEN
from core.messages import message
from core.text.span import Span

T = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
PHRASES = "(lb|pb|choice|seg|app)*"
SIGNED = "(head|byline|dateline|figure|note)"
CONTENT = "(p|table)(p|table|figure|note)*"
MODELS = {
    "TEI": "teiHeader (facsimile)? text",
    "facsimile": "surface",
    "surface": "(graphic)? zone*",
    "zone": "zone*",
    "teiHeader": "fileDesc encodingDesc profileDesc (revisionDesc)?",
    "fileDesc": "titleStmt publicationStmt sourceDesc",
    "titleStmt": "title respStmt*",
    "respStmt": "resp name",
    "publicationStmt": "p",
    "sourceDesc": "bibl (listWit)?",
    "listWit": "witness+",
    "bibl": "title (idno)? note",
    "encodingDesc": "editorialDecl (variantEncoding)? appInfo",
    "variantEncoding": "",
    "editorialDecl": "correction",
    "correction": "p+",
    "appInfo": "application",
    "application": "label",
    "profileDesc": "langUsage",
    "langUsage": "language",
    "revisionDesc": "change+",
    "text": "body",
    "body": "(pb)? (div+|p) fw* note*",
    "div": f"{SIGNED}* ({CONTENT})? (byline|dateline|figure|note)* (div note*)*",
    "p": PHRASES,
    "head": PHRASES,
    "byline": PHRASES,
    "dateline": PHRASES,
    "seg": PHRASES,
    "cell": PHRASES,
    "figure": "(head|byline)+",
    "table": "row+",
    "row": "cell+",
    "choice": "sic corr",
    "app": "lem rdg+ note",
    "lem": "(lb|pb|choice)*",
    "note": "(ref|q|corr)*",
}
MIXED = {"p", "head", "byline", "dateline", "seg", "cell", "note", "lem"}
LEAVES = {
    *("title", "resp", "name", "idno", "label", "language", "change", "witness", "rdg"),
    *("graphic", "fw", "ref", "q", "sic", "corr", "lb", "pb"),
}


def checked(page):
    root = ET.fromstring(page_tei(page).encode())
    known = {element.get(XML_ID) for element in root.iter()}
    for element in root.iter():
        name = element.tag.removeprefix(T)
        children = "".join(f"<{child.tag.removeprefix(T)}>" for child in element)
        if name in LEAVES:
            assert not children
        else:
            model = re.sub(r"[A-Za-z]+", r"(?:<\g<0>>)", MODELS[name]).replace(" ", "")
            assert re.fullmatch(model, children), (name, children)
            assert name in MIXED or not (element.text or "").strip()
        for pointer in (element.get("resp"), element.get("who"), element.get("change")):
            assert pointer is None or pointer[1:] in known
        for pointer in (element.get("wit") or "").split():
            assert pointer[1:] in known
    return root


def articles(root):
    return [element for element in root.iter(f"{T}div") if element.get("type") == "article"]


def read(element):
    """Return the text of an article that readers get: what was corrected as it is now, no notes."""
    inside = "" if element.tag in {f"{T}sic", f"{T}note", f"{T}rdg"} else element.text or ""
    inner = "" if element.tag == f"{T}note" else "".join(read(child) for child in element)
    return inside + inner + (element.tail or "")


def all_read(root):
    return "".join("".join(read(article) for article in articles(root)).split())


def test_roles_have_teis_names(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.KICKER, "端午将至"),
            (Role.TITLE, "渡口重开"),
            (Role.SUBTITLE, "——船票两元"),
            (Role.BYLINE, "林一舟"),
            (Role.BODY, "渡船已经"),
            (Role.BODY, "靠岸。", True),
            (Role.CAPTION, "渡口一角。"),
            (Role.CREDIT, "林一舟 摄"),
            (Role.HEADING, "船票"),
            (Role.TABLE, "成人\t两元"),
            (Role.JUMP, "（下转第4版）"),
            (Role.DATELINE, "五月八日"),
        ],
        furniture=("热线",),
    )
    root = checked(page)
    (article,) = articles(root)
    assert article.get("subtype") == "news"
    assert [head.get("type") for head in article.findall(f"{T}head")] == ["kicker", "main", "sub"]
    assert article.find(f"{T}byline").text == "林一舟"
    assert [child.tag for child in article.find(f"{T}p")] == [f"{T}lb"]
    assert article.find(f"{T}div").get("type") == "section"
    assert article.find(f".//{T}cell").text == "成人"
    assert article.find(f"{T}div/{T}dateline").text == "五月八日"
    assert article.find(f"{T}note[@type='jump']/{T}ref").text == "（下转第4版）"
    assert root.find(f".//{T}fw").text == "热线"


def test_corrections_have_who_and_when_and_the_page_its_origin(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船靠岸。")])
    when = "2026-05-08T09:30:00+00:00"
    made = (Correction(Span(1, 2), "般", "船", "陈", when, "typed"),)
    root = checked(replace(page, corrections=made, digest="ab" * 32, encoding="gb18030", round=1))
    choice = root.find(f".//{T}choice")
    assert [part.text for part in choice] == ["般", "船"]
    assert choice[1].attrib == {"resp": "#editor-1", "cert": "high"}
    (change,) = [one for one in root.iter(f"{T}change") if one.get(XML_ID)]
    assert (f"#{change.get(XML_ID)}", change.get("when")) == (choice.get("change"), when)
    assert root.find(f".//{T}respStmt/{T}name").text == "陈"
    assert root.find(f".//{T}idno").text == "ab" * 32
    assert root.find(f".//{T}bibl/{T}note").text == "gb18030"


def test_what_is_still_suspect_is_noted_where_it_belongs(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡般靠岸。")], furniture=("热线",))
    found = Finding("characters", Span(1, 2), message("目录"), (Suggestion("船", 0.9),), 0.85)
    suspects = (Suspect(found, False), Suspect(found, True), Suspect(replace(found, page_level=True), False))
    root = checked(replace(page, suspects=suspects))
    (note,) = articles(root)[0].findall(f"{T}note")
    assert (note.get("subtype"), note.get("cert"), note.find(f"{T}q").text) == ("characters", "high", "般")
    assert len(root.findall(f".//{T}body/{T}note")) == 1


def test_what_others_read_stands_where_it_is_read(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "渡口通航"), (Role.BODY, "乡亲们挑着爪果去赶集。")])
    other, third = NotedReading("瓜", ("乙", "丙")), NotedReading("", ("丁",))
    at = page.text.index("爪")
    note = CriticalNote(Span(at, at + 1), (other, third), message("尚不能定"), ("戊",))
    made = Correction(Span(at, at + 2), "爪菓", "爪果", "林", "2026-05-08T09:30:00+00:00", "typed")
    root = checked(replace(page, apparatus=(note,), corrections=(made,)))
    (app,) = root.iter(f"{T}app")
    names = {element.get(XML_ID): element.text for element in root.iter(f"{T}witness")}
    said = [
        (read(element), [names[pointer[1:]] for pointer in element.get("wit").split()])
        for element in app.findall(f"{T}lem")
    ]
    assert said == [("爪果", [page.name, "戊"])]
    # The correction reaches beyond the place, and all readings are told of that.
    assert [reading.text or "" for reading in app.findall(f"{T}rdg")] == ["瓜果", "果"]
    assert root.find(f".//{T}variantEncoding").get("method") == "parallel-segmentation"
    assert all_read(root) == "渡口通航乡亲们挑着爪果去赶集。"


def test_characters_that_xml_cannot_hold_are_named(page_of_pieces):
    root = checked(page_of_pieces([(Role.BODY, "渡\x01船\ud842")]))
    assert articles(root)[0].find(f"{T}p").text == "渡\ufffd船\ufffd"
    assert "U+0001 (1), U+D842 (1)" in "".join(root.find(f".//{T}correction").itertext())


LINES = st.text(alphabet="河渡，A<&>\"']\t\n\x01\ud842\ufffe\u2028# ", max_size=12)
PIECES = st.lists(st.tuples(st.sampled_from(Role), LINES, st.booleans()), max_size=8)


@given(st.lists(PIECES, max_size=3), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=4))
def test_what_is_read_is_what_the_text_export_says(page_of_pieces, pieces, places):
    page = page_of_pieces(*pieces, name="甲\x01<乙>")
    made = [Correction(Span(at, at + more), "\x02误", "正" * more, "甲&乙", "", "") for at, more in places]
    root = checked(replace(page, corrections=tuple(one for one in made if one.span.end <= len(page.text))))
    assert all_read(root) == FORBIDDEN.sub("\ufffd", "".join(page_text(page).split()))
