import gc
import io
from dataclasses import replace
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.errors import StorageError
from core.exporters.exporter import Correction, exporter
from core.exporters.formats.txt import page_text
from core.exporters.xml import FORBIDDEN
from core.messages import message

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


def book(pages):
    (file,) = exporter("epub").export(pages)
    chunks = list(file.chunks)
    assert len(chunks) == len(pages)
    return b"".join(chunks)


def opened(pages):
    """Return the parsed files of a book by their paths, and its package."""
    with ZipFile(io.BytesIO(book(pages))) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert not first.flag_bits
        assert archive.read("mimetype") == b"application/epub+zip"
        parsed = {
            name: ET.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".xml"))
        }
        files = {name.removeprefix("OEBPS/") for name in archive.namelist() if name.startswith("OEBPS/")}
    package = parsed["OEBPS/package.opf"]
    listed = {item.get("href") for item in package.iter(f"{OPF}item")}
    assert listed == files - {"package.opf"}
    return parsed, package


def spine(package):
    files = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    return [files[item.get("idref")] for item in package.iter(f"{OPF}itemref")]


def test_contents_and_reading_order_agree(page_of_pieces):
    one = page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "渡船靠岸。")], [(Role.BODY, "鱼价平稳。")])
    two = page_of_pieces([(Role.TITLE, "早市")], name="滨河日报-02")
    parsed, package = opened([one, two])
    links = [(link.get("href"), link.text) for link in parsed["OEBPS/nav.xhtml"].iter(f"{X}a")]
    assert spine(package) == ["nav.xhtml", *(path for path, _ in links)]
    assert [title for _, title in links] == ["渡口重开", "鱼价平稳。", "早市"]
    assert package.find(f".//{DC}title").text == "滨河日报-01 – 滨河日报-02"
    assert package.find(f".//{DC}language").text == "zh-Hans"


def test_a_book_says_when_it_was_last_corrected_and_is_the_same_every_time(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "碼頭開門，漁船歸來。")])
    when = [f"2026-05-0{day}T09:30:00+00:00" for day in (7, 9, 8)]
    page = replace(page, corrections=tuple(Correction(None, "般", "船", "陈", at, "") for at in when))
    _, package = opened([page])
    assert package.find(f".//{OPF}meta").text == "2026-05-09T09:30:00Z"
    assert package.find(f".//{DC}language").text == "zh-Hant"
    assert book([page]) == book([page])
    other = opened([replace(page, digest="1")])[1]
    assert other.find(f".//{DC}identifier").text != package.find(f".//{DC}identifier").text


def test_a_book_of_nothing_is_still_a_book(page_of_pieces):
    parsed, package = opened([page_of_pieces(furniture=("热线",))])
    assert spine(package) == ["nav.xhtml"]
    assert [link.get("href") for link in parsed["OEBPS/nav.xhtml"].iter(f"{X}a")] == ["nav.xhtml"]


LINES = st.text(alphabet="河渡，A<&>\"']\t\n\x01\ud842\ufffe\u2028# ", max_size=12)
PIECES = st.lists(st.tuples(st.sampled_from(Role), LINES, st.booleans()), max_size=8)


@given(st.lists(PIECES, max_size=3))
def test_what_is_read_is_what_the_text_export_says(page_of_pieces, pieces):
    page = page_of_pieces(*pieces, name="甲\x01<乙>\ud842")
    parsed, package = opened([page])
    bodies = [parsed[f"OEBPS/{path}"].find(f"{X}body") for path in spine(package)[1:]]
    read = "".join("".join("".join(body.itertext()).split()) for body in bodies)
    assert read == FORBIDDEN.sub("\ufffd", "".join(page_text(page).split()))


def test_a_book_that_is_given_up_half_way_leaves_nothing_open(page_of_pieces):
    def pages():
        yield page_of_pieces([(Role.BODY, "渡船靠岸。")])
        yield page_of_pieces([(Role.BODY, "鱼价平稳。")])
        raise StorageError(message("还没有打开工程"))

    with pytest.raises(StorageError):
        _ = [chunk for file in exporter("epub").export(pages()) for chunk in file.chunks]
    gc.collect()
