"""ALTO and METS are held to the published schemas, and to what their pointers lead to."""

from dataclasses import replace

import pytest

from core.document.layout import Link
from core.errors import RefusedError
from core.exporters.choosing import export_files
from core.exporters.exporter import Continuation, Correction, exporter
from core.exporters.options import Characters, ExportOptions
from core.exporters.writing import write_export
from core.printed.reading import printed_page
from core.text.span import Span

A = "{http://www.loc.gov/standards/alto/ns-v4#}"
M = "{http://www.loc.gov/METS/}"
HREF = "{http://www.w3.org/1999/xlink}href"


def exported(pages, **chosen):
    files = export_files(exporter("alto"), pages, ExportOptions(**chosen))
    return {file.path: b"".join(file.chunks) for file in files}


def test_a_page_is_valid_alto(page, validated):
    made = Correction(Span(5, 6), "口", "口", "陈", "2026-05-08T09:30:00+00:00", "typed")
    files = exported([replace(page, corrections=(made,), round=2)])
    root = validated(files[f"alto/{page.name}.xml"], "alto-4-2")
    blocks = list(root.iter(f"{A}TextBlock"))
    labels = {tag.get("ID"): tag.get("LABEL") for tag in root.find(f"{A}Tags")}
    assert [labels[tag] for tag in blocks[1].get("TAGREFS").split()] == ["title", "渡口“重开” & 新船"]
    assert [labels[tag] for tag in blocks[-1].get("TAGREFS").split()] == ["furniture"]
    line = blocks[1].find(f"{A}TextLine")
    assert [line.get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT", "CS")] == [
        *("10", "20", "110", "20", "true"),
    ]
    assert [part.get("CONTENT") for part in line.iter(f"{A}String")] == ["渡口“重开”", "&", "新船"]
    assert blocks[2].get("CS") is None


def test_the_page_can_be_imported_again_with_its_places(page):
    (content, _) = exported([page]).values()
    again, _ = printed_page(content, "页")
    kept = [line.replace("\t", " ") for line in page.text.split("\n") if line]
    assert [line for line in again.text.split("\n") if line] == kept
    assert [line.area for block in again.blocks for line in block.lines] == [
        line.area for line in page.printed.lines
    ]


def test_mets_names_the_files_and_parts_of_each_article(page, validated, tmp_path):
    image = tmp_path / "图.jpg"
    image.write_bytes(b"image")
    scanned = replace(page, printed=replace(page.printed, image=str(image)))
    twin = replace(scanned, number=4)
    folder = tmp_path / "out"
    write_export(export_files(exporter("alto"), [scanned, twin], ExportOptions()), folder)
    root = validated((folder / "mets.xml").read_bytes(), "mets-1-12-1")
    files = {file.get("ID"): file[0].get(HREF) for file in root.iter(f"{M}file")}
    assert len(files) == 4
    for path in files.values():
        from urllib.parse import unquote

        assert (folder / unquote(path)).is_file()
    physical, logical = root.findall(f"{M}structMap")
    assert [len(div) for div in physical.iter(f"{M}div") if div.get("TYPE") == "PAGE"] == [2, 2]
    articles = [div for div in logical.iter(f"{M}div") if div.get("TYPE") == "ARTICLE"]
    assert [div.get("LABEL") for div in articles] == ["渡口“重开” & 新船", "早市"] * 2
    torn = [div for div in articles[0] if div.get("TYPE") == "BODY"]
    assert [len(list(div.iter(f"{M}area"))) for div in torn] == [2]
    blocks = {}
    for key, path in files.items():
        if key.startswith("alto"):
            alto = validated((folder / unquote(path)).read_bytes(), "alto-4-2")
            blocks[key] = {block.get("ID") for block in alto.iter(f"{A}TextBlock")}
    for area in root.iter(f"{M}area"):
        assert area.get("BEGIN") in blocks[area.get("FILEID")]


def test_a_story_on_two_pages_is_one_article(page, page_of_pieces, printed, validated):
    first, second = (page.layout.order[0],) * 2
    linked = replace(page.layout.articles[first], linked_to=Link(7, 1))
    layout = replace(page.layout, articles={**page.layout.articles, first: linked})
    rest = Continuation(page.text, page.layout, second)
    files = exported(
        [
            replace(page, layout=layout, continuations={first: (rest,)}),
            replace(page, name="四版", number=7, told_elsewhere=frozenset({second})),
        ]
    )
    root = validated(files["mets.xml"], "mets-1-12-1")
    articles = [div for div in root.iter(f"{M}div") if div.get("TYPE") == "ARTICLE"]
    assert len(articles) == 3
    assert {area.get("FILEID") for area in articles[0].iter(f"{M}area")} == {"alto-3", "alto-7"}


def test_choices_are_heeded_and_lines_keep_their_places(page, validated):
    files = exported([page], characters=Characters.TRADITIONAL, headings=False)
    root = validated(files[f"alto/{page.name}.xml"], "alto-4-2")
    assert not [tag for tag in root.iter(f"{A}RoleTag") if tag.get("LABEL") == "heading"]
    told = {
        part.get("CONTENT"): line.get("VPOS")
        for line in root.iter(f"{A}TextLine")
        for part in line.iter(f"{A}String")
    }
    assert told["渡船已經"] == "80"


def test_a_page_without_places_is_refused_and_nothing_is_written(page, page_of_pieces, tmp_path):
    plain = replace(page, printed=None)
    for name in ("alto", "page-xml"):
        files = export_files(exporter(name), [page, plain], ExportOptions())
        with pytest.raises(RefusedError, match="没有行的位置"):
            write_export(files, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_characters_that_xml_cannot_hold_are_named(page, validated):
    text = page.text.replace("靠岸", "靠\x01")
    alto = exported([replace(page, text=text)])[f"alto/{page.name}.xml"]
    assert "U+FFFD: U+0001 (1)" in "".join(validated(alto, "alto-4-2").itertext())
    files = export_files(exporter("page-xml"), [replace(page, text=text)], ExportOptions())
    told = "".join(validated(b"".join(next(iter(files)).chunks), "page-2019-07-15").itertext())
    assert "U+FFFD: U+0001 (1)" in told
    (written,) = export_files(exporter("html"), [replace(page, text=text)], ExportOptions())
    assert "�：U+0001 (1)" in b"".join(written.chunks).decode()
