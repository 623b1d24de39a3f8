"""PAGE-XML is held to the published schema."""

from dataclasses import replace

from core.exporters.choosing import export_files
from core.exporters.exporter import exporter
from core.exporters.options import ExportOptions
from core.printed.reading import printed_page
from core.text.edit import Edit

P = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"


def exported(page):
    files = export_files(exporter("page-xml"), [page], ExportOptions())
    return {file.path: b"".join(file.chunks) for file in files}


def test_a_page_is_valid(page, validated):
    root = validated(exported(page)[f"{page.name}.xml"], "page-2019-07-15")
    regions = list(root.iter(f"{P}TextRegion"))
    assert [region.get("type") for region in regions][:5] == ["heading"] * 3 + ["credit", "paragraph"]
    assert "article-1" in regions[1].get("custom")
    assert regions[1].find(f"{P}Coords").get("points") == "10,20 120,20 120,40 10,40"
    assert regions[1].find(f"{P}TextLine/{P}TextEquiv/{P}Unicode").text == "渡口“重开” & 新船"


def test_the_reading_order_is_that_of_the_articles(page, validated):
    turned = replace(page, layout=replace(page.layout, order=page.layout.order[::-1]))
    content = exported(turned)[f"{page.name}.xml"]
    root = validated(content, "page-2019-07-15")
    groups = [group.get("caption") for group in root.iter(f"{P}OrderedGroupIndexed")]
    assert groups == ["早市", "渡口“重开” & 新船", ""]
    assert printed_page(content, "页")[0].text.startswith("早市\n\n鱼价<平稳>。\n\n端午将至\n")


def test_what_was_put_in_has_the_place_of_what_it_stands_behind(page, validated):
    edit = Edit(len(page.text), "", "新写的一行")
    put = replace(page, text=page.text + edit.inserted, layout=page.layout.moved((edit,)))
    spans = put.layout.spans
    last = put.layout.furniture[0]
    moved = replace(put.layout, spans=spans.patched({last: type(spans[last])(len(page.text), len(put.text))}))
    root = validated(exported(replace(put, layout=moved))[f"{page.name}.xml"], "page-2019-07-15")
    before, region = list(root.iter(f"{P}TextRegion"))[-2:]
    assert region.find(f"{P}TextEquiv/{P}Unicode").text == "新写的一行"
    assert region.find(f"{P}Coords").get("points") == before.find(f"{P}Coords").get("points")


def test_the_scan_goes_along_unless_it_is_not_wanted(page, tmp_path):
    image = tmp_path / "图.png"
    image.write_bytes(b"image")
    scanned = replace(page, printed=replace(page.printed, image=str(image)))
    assert exported(scanned)[f"scans/{page.name}.png"] == b"image"
    assert list(exported(replace(scanned, with_scan=False))) == [f"{page.name}.xml"]
