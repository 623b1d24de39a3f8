import csv
import io
from html.parser import HTMLParser

import pytest

from core.document.error_kind import ErrorKind
from core.messages import message
from core.reports.agreement import Reading
from core.reports.figures import CountedError, PageFigures
from core.reports.report import report_of
from core.reports.tables import tables
from core.reports.writing import csv_of, html_of, text_of

ERROR = CountedError(1, "林晓禾", "typed", ErrorKind.SUBSTITUTION, "=囗", "<口>", 1.0)
PAGE = PageFigures(
    "滨河日报-01", "滨河日报", 1000, 2, 3, 10.0, (ERROR,), (Reading("林晓禾", "周可", 1, 1, 0, 0, 2),)
)


@pytest.fixture
def found():
    return {table.name: table for table in tables(report_of([PAGE]), lambda _why: message("录入"))}


def test_every_table_has_rows_as_wide_as_its_head(found):
    assert list(found) == ["rounds", "kinds", "pairs", "editors", "agreement", "grounds", "issues", "pages"]
    for table in found.values():
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.heads)}


def test_a_table_as_a_spreadsheet_reads_it(found):
    rows = list(csv.reader(io.StringIO(csv_of(found["pairs"], str).decode("utf-8-sig"))))
    assert rows == [["误", "正", "处数", "折计", "版数"], ["'=囗", "<口>", "1", "1.0", "1"]]


def test_a_table_for_the_clipboard(found):
    assert list(text_of(found["agreement"], str))[1] == "林晓禾\t周可\t1\t1\t0\t0\t2\t100.0"


def test_tables_as_a_page(found):
    class Reader(HTMLParser):
        said = ""

        def handle_data(self, data):
            self.said += data + "|"

    reader = Reader()
    reader.feed(html_of("青渚 & 滨河", found.values(), str, "zh-CN").decode())
    for words in ("青渚 & 滨河", "按字对", "<口>", "两校一致"):
        assert f"{words}|" in reader.said


def test_tables_without_rows_are_left_out():
    page = html_of("青渚", tables(report_of([]), lambda _why: message("录入")), str, "zh-CN").decode()
    assert "<table>" not in page
