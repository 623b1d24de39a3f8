import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.document.finding import Finding, Suggestion
from core.document.role import Role
from core.exporters.exporter import Correction, ExportPage, Need, Suspect, exporter, needs
from core.exporters.spreadsheet import BYTE_ORDER_MARK, bare, csv_rows, harmless
from core.messages import message
from core.text.span import Span


def read(name, pages):
    (file,) = exporter(name).export(pages)
    written = b"".join(file.chunks)
    assert written.startswith(BYTE_ORDER_MARK)
    assert written.count(BYTE_ORDER_MARK) == 1
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_a_row_for_each_correction(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "潮水退去。")])
    made = Correction(Span(5, 6), "朝", "潮", "林校", "2026-05-08T09:30:00+00:00", "typed")
    gone = Correction(None, "=SUM(A1)", "", "林校", "2026-05-08T09:31:00+00:00", "typed")
    first, second = read("csv", [replace(page, corrections=(made, gone)), page])
    assert first == {
        "page": "滨河日报-01",
        "line": "2",
        "start": "5",
        "end": "6",
        "wrong": "朝",
        "right": "潮",
        "who": "林校",
        "when": "2026-05-08T09:30:00+00:00",
        "why": "typed",
    }
    assert (second["line"], second["start"], second["wrong"]) == ("", "", "'=SUM(A1)")


def test_a_row_for_each_finding_and_for_each_page_that_was_not_checked(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "渡口重开"), (Role.BODY, "朝水退去。")])
    found = Finding(
        "confusable", Span(5, 6), message("形近"), (Suggestion("潮", 0.9), Suggestion("", 0.1)), 0.87654
    )
    whole = Finding("script", Span(0, 10), message("字体"), page_level=True)
    pages = [replace(page, suspects=(Suspect(found, True), Suspect(whole, False))), replace(page, name="乙")]
    remark, row, unchecked = read("csv-findings", pages)
    assert (remark["text"], remark["verdict"]) == ("", "open")
    assert [
        row[name] for name in ("line", "start", "end", "text", "suggestions", "confidence", "verdict")
    ] == [
        "2",
        "5",
        "6",
        "朝",
        "潮 | ",
        "0.8765",
        "dismissed",
    ]
    assert (unchecked["page"], unchecked["verdict"], unchecked["rule"]) == ("乙", "unchecked", "")


def test_a_table_of_nothing_has_its_head():
    for name in ("csv", "csv-findings"):
        (file,) = exporter(name).export([])
        assert b"".join(file.chunks).decode("utf-8-sig").startswith("page,line,")


def test_only_the_table_of_findings_asks_for_them():
    assert needs(exporter("csv-findings")) == {Need.SUSPECTS}
    assert needs(exporter("csv")) == {Need.CORRECTIONS}


CELLS = st.text(st.characters(codec="utf-8")) | st.text("=+-@'＝\t\r\n\",;字")


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5))
def test_what_is_written_is_read_again(rows):
    written = csv_rows(rows).decode()
    assert [[bare(cell) for cell in row] for row in csv.reader(io.StringIO(written, newline=""))] == rows


@given(CELLS)
def test_no_cell_is_a_formula(text):
    assert not harmless(text).startswith(tuple("=+-@＝＋－＠\t\r\n"))


@given(st.text(), st.text())
def test_every_correction_is_in_the_table(wrong, right):
    page = ExportPage("页", "字", corrections=(Correction(None, wrong, right, "", "", ""),))
    (row,) = read("csv", [page])
    surrogates = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    assert (bare(row["wrong"]), bare(row["right"])) == (
        wrong.translate(surrogates),
        right.translate(surrogates),
    )
