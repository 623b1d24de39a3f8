from pathlib import Path

import pytest

from core.errors import BadInputError
from core.importers.decode import decode
from core.importers.importer import read_all, sources

ALTO = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">'
    "<Description><sourceImageInformation><fileName>C:\\\\scans\\\\渡口图.jpg</fileName></sourceImageInformation>"
    '</Description><Layout><Page ID="P"><PrintSpace><TextBlock ID="B"><TextLine HPOS="1" VPOS="1" WIDTH="9" '
    'HEIGHT="9"><String CONTENT="渡船靠岸。"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)
HOCR = "<div class='ocr_page'><span class='ocr_line' title='bbox 1 1 9 9'>渡船靠岸。</span></div>"


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [("渡口.xml", ALTO, "alto"), ("渡口.html", HOCR, "hocr"), ("渡口.hocr", HOCR, "hocr")],
)
def test_a_page_with_places_keeps_its_file(tmp_path: Path, name: str, content: str, form: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (source,) = sources([tmp_path / name])
    assert (source.name, source.raw, source.encoding) == ("渡口", content.encode(), form)
    assert source.text == "渡船靠岸。\n"
    assert decode(source.raw, name, form) == (source.text, form)


def test_utf_16_is_what_xml_says_it_is(tmp_path: Path) -> None:
    (tmp_path / "渡口.xml").write_bytes(ALTO.replace("UTF-8", "UTF-16").encode("utf-16"))
    (source,) = sources([tmp_path])
    assert source.text == "渡船靠岸。\n"


def test_the_image_lies_beside_or_is_named_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "渡口.xml").write_text(ALTO, encoding="utf-8")
    (tmp_path / "渡口图.jpg").write_bytes(b"image")
    assert [source.scan for source in sources([tmp_path])] == [str(tmp_path / "渡口图.jpg")]
    (tmp_path / "渡口.png").write_bytes(b"image")
    assert [source.scan for source in sources([tmp_path])] == [str(tmp_path / "渡口.png")]


def test_other_xml_in_a_folder_is_passed_over_and_named_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "mets.xml").write_text("<mets/>", encoding="utf-8")
    (tmp_path / "渡口.xml").write_text(ALTO, encoding="utf-8")
    assert not read_all([tmp_path]).problems
    with pytest.raises(BadInputError, match="不是 ALTO"):
        list(sources([tmp_path / "mets.xml"]))


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(ALTO.replace("</alto>", ""), encoding="utf-8")
    (tmp_path / "2.xml").write_text(ALTO, encoding="utf-8")
    read = read_all([tmp_path])
    assert ([source.name for source in read.sources], len(read.problems)) == (["2"], 1)
