import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.changes.page_round import PageRound, RoundCorrection
from core.changes.state import PageState
from core.errors import BadInputError, StorageError
from core.messages import message
from core.proofs.proof import ProofPage, proof_sheets
from core.proofs.sheet import Sheet, Words, Written
from core.text.edit import Edit
from gui.proofs.pdf import write_pdf

TEXT = "# 渡囗今日通航\n\n岸上坐满了赶集的的乡亲,等着第一班船 2031。\n"
MOMENT = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)
EDITS = (Edit(3, "囗", "口"), Edit(18, "的", ""), Edit(22, ",", "，"))

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")


def no_progress(_done):
    """Tell nobody."""


@pytest.fixture
def sheets():
    state = PageState(TEXT)
    made = tuple(RoundCorrection(edit, "林晓禾", MOMENT, "typed", in_headline=False) for edit in EDITS)
    page = ProofPage("青渚时报-01", PageRound(2, state, state, made))
    return proof_sheets(page, str, lambda _why: message("录入"))


@pytest.fixture
def pdf(qapp, tmp_path, sheets):
    path = tmp_path / "校样.pdf"
    assert write_pdf([sheets, sheets], path, "青渚", no_progress) == Written(2 * len(sheets))
    return path


def test_it_is_whole_and_alone_in_its_folder(pdf, tmp_path):
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == [pdf]


@needs_poppler
def test_its_words_can_be_searched_and_its_faces_are_embedded(pdf):
    said = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    said = "".join(said.split())
    for words in ("二校", "岸上坐满了赶集的的乡亲", "2031", "林晓禾", "青渚时报-01", "原文"):
        assert words in said
    faces = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r" (yes|no) +(?:yes|no) +(?:yes|no) +\d", faces)) == {"yes"}


@needs_poppler
def test_a_traditional_page_is_set_in_traditional_forms(qapp, tmp_path, sheets):
    plain, traditional = tmp_path / "plain.pdf", tmp_path / "traditional.pdf"
    write_pdf([sheets], plain, "", no_progress)
    write_pdf([[replace(sheet, traditional=True) for sheet in sheets]], traditional, "", no_progress)
    faces = [
        subprocess.run(["pdffonts", path], capture_output=True, check=True).stdout
        for path in (plain, traditional)
    ]
    if b"NotoSerifCJKtc" not in faces[1]:
        pytest.skip("no face with traditional forms here")
    assert b"NotoSerifCJKtc" not in faces[0]


def test_a_file_that_is_there_is_not_written_over(pdf, sheets):
    before = pdf.read_bytes()
    with pytest.raises(BadInputError):
        write_pdf([sheets], pdf, "青渚", no_progress)
    assert pdf.read_bytes() == before
    write_pdf([sheets], pdf, "青渚", no_progress, overwrite=True)
    assert len(pdf.read_bytes()) < len(before)


def test_where_it_is_cancelled_nothing_is_left(qapp, tmp_path, sheets):
    done = []
    assert write_pdf([sheets] * 3, tmp_path / "x.pdf", "", done.append, lambda: len(done) == 2) == Written(0)
    assert done == [1, 2]
    assert not list(tmp_path.iterdir())


def test_no_pages_make_no_file(qapp, tmp_path):
    assert write_pdf([], tmp_path / "x.pdf", "", no_progress) == Written(0)
    assert not list(tmp_path.iterdir())


def test_characters_that_no_face_has_are_named(qapp, tmp_path):
    sheet = Sheet(1, (Words("渡\u0378口\u200b", 20, 20, 4, 12),))
    assert write_pdf([[sheet]], tmp_path / "x.pdf", "", no_progress).missing == "\u0378"


def test_a_folder_that_is_not_there_is_said(qapp, tmp_path, sheets):
    with pytest.raises(StorageError, match="nowhere"):
        write_pdf([sheets], tmp_path / "nowhere" / "x.pdf", "", no_progress)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="no pdftoppm here")
def test_marks_are_in_the_colour_of_the_round(pdf, tmp_path):
    from PySide6.QtGui import QImage

    subprocess.run(["pdftoppm", "-r", "60", "-png", "-l", "1", pdf, tmp_path / "sheet"], check=True)
    (picture,) = tmp_path.glob("sheet*.png")
    image = QImage(str(picture))
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert sum(color.blue() > color.red() + 60 for color in colors) > 200
    assert not any(color.red() > color.blue() + 60 for color in colors)
