import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from core.messages import Catalogue
from core.proofs.sheet import Sheet, Words
from gui.proofs.printing import SheetPreview, print_sheets
from gui.window.proof_dialog import ProofDialog


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answers the dialog as told, and names the file to write."""
    path = tmp_path / "校样.pdf"

    def say(choose=lambda _dialog: None, *, agreed=True):
        def ask(dialog):
            choose(dialog)
            return ProofDialog.DialogCode(agreed)

        monkeypatch.setattr(ProofDialog, "exec", ask)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return path

    return say


def finish(bench):
    bench.qtbot.waitUntil(lambda: not bench.window.status.progress.busy)


def test_the_page_as_a_pdf(bench, answer):
    path = answer()
    bench.go_to("青渚渡口")
    bench.type("x")
    bench.press("Ctrl+P")
    finish(bench)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.name in bench.told


def test_all_pages(bench, answer):
    path = answer()
    bench.press("Ctrl+P")
    finish(bench)
    one = path.stat().st_size
    answer(lambda dialog: dialog.all_pages.setChecked(True))
    bench.press("Ctrl+P")
    finish(bench)
    assert path.stat().st_size > one


def test_a_round_that_no_page_has_come_to(bench, answer):
    path = answer(lambda dialog: dialog.rounds.setCurrentIndex(dialog.rounds.findData(3)))
    bench.press("Ctrl+P")
    finish(bench)
    assert not path.exists()
    assert bench.told == "没有一版到了这个校次"


def test_nothing_is_made_where_the_dialog_is_left(bench, answer):
    path = answer(agreed=False)
    bench.press("Ctrl+P")
    assert not bench.window.status.progress.busy
    assert not path.exists()


def test_what_cannot_be_written_is_said(bench, answer, monkeypatch):
    said = []
    monkeypatch.setattr(bench.window.files, "complain", said.append)
    bench.window._proofing.failed.connect(said.append)
    path = answer()
    path.mkdir()
    bench.press("Ctrl+P")
    finish(bench)
    assert any(path.name in str(one) for one in said)


def test_to_the_printer_after_a_look(bench, answer):
    answer(lambda dialog: dialog.print_.click())
    bench.press("Ctrl+P")
    finish(bench)
    (dialog,) = bench.window.findChildren(SheetPreview)
    assert dialog.isVisible()
    assert "校样" in dialog.windowTitle()
    dialog.close()


def test_the_dialog_shows_the_ink_of_each_round(qtbot):
    dialog = ProofDialog(Catalogue("zh_CN"), "青渚时报-01", 7)
    qtbot.addWidget(dialog)
    assert dialog.number is None
    names = [dialog.rounds.itemText(at) for at in range(1, dialog.rounds.count())]
    assert names == ["一校", "二校", "三校", "三校以后"]
    colors = set()
    for at in range(1, dialog.rounds.count()):
        image = dialog.rounds.itemIcon(at).pixmap(12, 12).toImage()
        colors.add(image.pixelColor(image.width() // 2, image.height() // 2).name())
    assert len(colors) == 4


def test_chosen_sheets_are_printed(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    printer.setFromTo(2, 3)
    sheets = [Sheet(1, (Words(f"第{number}张", 20, 20, 4, 12),)) for number in range(4)]
    print_sheets(sheets, printer)
    assert (tmp_path / "x.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_the_preview_has_a4_without_margins(qtbot):
    dialog = SheetPreview([Sheet(1)], "校样")
    qtbot.addWidget(dialog)
    layout = dialog.printer().pageLayout()
    assert layout.fullRect(layout.Unit.Millimeter).toRect().height() == 297
