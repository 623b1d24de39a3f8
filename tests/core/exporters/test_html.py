from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.exporters.exporter import Correction
from core.exporters.formats.html import export, page_html
from core.exporters.formats.txt import page_text
from core.exporters.xml import FORBIDDEN
from core.printed.area import Area
from core.printed.placed import PagePrint, PlacedLine
from core.text.span import Span

X = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"


def parsed(page):
    return ET.fromstring(page_html(page).split("\n", 1)[1])


def inside(element):
    return "".join("".join(element.itertext()).split())


def test_headings_by_role_and_a_list_of_contents(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.KICKER, "端午将至"),
            (Role.TITLE, "渡口<重>开"),
            (Role.HEADING, "船票"),
            (Role.BODY, "两元。"),
        ],
        [(Role.CAPTION, "渡口一角。"), (Role.CREDIT, "林一舟 摄"), (Role.TABLE, "鱼\t12元\n虾\t30元")],
        furniture=("热线",),
    )
    root = parsed(page)
    assert [link.text for link in root.iter(f"{X}a")] == ["渡口<重>开", "渡口一角。"]
    anchors = {element.get("id") for element in root.iter(f"{X}article")}
    assert {link.get("href") for link in root.iter(f"{X}a")} == {f"#{anchor}" for anchor in anchors}
    assert [title.text for title in root.iter(f"{X}h2")] == ["渡口<重>开"]
    assert [heading.text for heading in root.iter(f"{X}h3")] == ["船票"]
    assert [cell.text for cell in root.iter(f"{X}td")] == ["鱼", "12元", "虾", "30元"]
    assert inside(root.find(f".//{X}figcaption")) == "渡口一角。林一舟摄"
    assert "热线" not in inside(root)


def test_a_correction_says_what_stood_there_who_and_when(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船靠岸。")])
    when = "2026-05-08T09:30:00+00:00"
    made = (
        Correction(Span(1, 2), '"般"', "船", "陈", when, ""),
        Correction(Span(3, 3), "岸", "", "陈", when, ""),
        Correction(None, "旧", "新", "林", when, ""),
    )
    root = parsed(replace(page, corrections=made))
    (changed, gone) = root.iter(f"{X}ins")
    assert (changed.text, changed.get("title")) == ("船", '原作“"般"”。陈，2026-05-08 09:30')
    assert (gone.text, gone.get("title")) == (None, "删“岸”。陈，2026-05-08 09:30")
    assert len(list(root.iter(f"{X}li"))) == 1 + 3
    assert inside(root.find(f"{X}body/{X}main")) == "渡船靠岸。"


def test_the_page_speaks_the_script_of_its_text(page_of_pieces):
    root = parsed(page_of_pieces([(Role.BODY, "碼頭開門，漁船歸來。")]))
    assert root.get("lang") == "zh-Hant"
    assert root.find(f".//{X}nav").get("aria-label") == "目錄"


def test_a_page_stands_alone(page_of_pieces):
    made = page_html(page_of_pieces([(Role.BODY, "渡船靠岸。")]))
    for outside in ("<script", "src=", "<link", "@import", "url("):
        assert outside not in made


LINES = st.text(alphabet="河渡，A<&>\"']\t\n\x01\ud842\ufffe\u2028# ", max_size=12)
PIECES = st.lists(st.tuples(st.sampled_from(Role), LINES, st.booleans()), max_size=8)


@given(st.lists(PIECES, max_size=3), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=4))
def test_what_is_read_is_what_the_text_export_says(page_of_pieces, articles, places):
    page = page_of_pieces(*articles, name="甲\x01<乙>")
    made = [Correction(Span(at, at + more), "\x02误", "正" * more, "", "", "") for at, more in places]
    root = parsed(replace(page, corrections=tuple(one for one in made if one.span.end <= len(page.text))))
    assert inside(root.find(f"{X}body/{X}main")) == FORBIDDEN.sub("\ufffd", "".join(page_text(page).split()))


def test_the_scan_stands_beside_and_each_article_on_it_leads_to_its_text(page_of_pieces, tmp_path):
    image = tmp_path / "图.jpg"
    image.write_bytes(b"image")
    page = page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "渡船靠岸。")], [(Role.BODY, "早市。")])
    lines = (PlacedLine(Span(0, 4), Area(5, 5, 45, 25)), PlacedLine(Span(5, 10), Area(5, 30, 55, 50)))
    page = replace(page, printed=PagePrint(str(image), "", (100, 200), lines))
    written, copy = export([page])
    assert (copy.path, b"".join(copy.chunks)) == (f"scans/{page.name}.jpg", b"image")
    root = ET.fromstring(b"".join(written.chunks).decode().split("\n", 1)[1])
    drawn = root.find(f".//{S}svg")
    assert drawn.get("viewBox") == "0 0 100 200"
    assert drawn.find(f"{S}image").get("href") == "scans/%E6%BB%A8%E6%B2%B3%E6%97%A5%E6%8A%A5-01.jpg"
    (link,) = drawn.findall(f"{S}a")
    assert link.get("href") == "#a1"
    assert [part.get("y") for part in link.iter(f"{S}rect")] == ["5", "30"]
    assert not list(ET.fromstring(page_html(page).split("\n", 1)[1]).iter(f"{S}svg"))


def test_of_a_scan_that_is_gone_nothing_is_shown(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "渡船靠岸。")])
    printed = PagePrint("/no/such/image.jpg", "", (100, 200), ())
    assert [file.path for file in export([replace(page, printed=printed)])] == [f"{page.name}.html"]
