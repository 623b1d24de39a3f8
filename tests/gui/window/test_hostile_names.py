"""Names and texts with markup, mnemonics, line ends and marks that turn lines around: shown as they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QGroupBox, QLabel, QWidget

from core.commands.editing import TypeText
from core.commands.tagging import RenameArticle
from core.document.page import Source
from core.errors import BadInputError
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair, Pairs
from core.messages import message
from core.project.project import Project
from core.text.edit import Edit

MARKUP = "<b>&amp;粗</b><img src='x.png'>"
NAME = f"{MARKUP}\u202e\n名&R"
TEXT = (
    f"# {MARKUP}\n\n{MARKUP}渡船来了，{MARKUP}渡船来了，{MARKUP}渡船来了。(下转第2版)\n\n潮水退去,船来了。\n"
)
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)


@pytest.fixture
def hostile(make_window, tmp_path):
    path = tmp_path / f"{MARKUP.replace('/', '')}.jiaochou"
    project = Project.create(path, NAME, lambda: datetime(2031, 5, 4, tzinfo=UTC))
    for number in (1, 2):
        text = TEXT.replace("下转第2版", "上接第1版") if number == 2 else TEXT
        project.add_pages([Source(f"{NAME}{number}", text.encode(), "utf-8", text, f"{NAME}{number}.txt")])
    project.perform(TypeText(1, Edit(0, "", MARKUP), burst=False))
    project.perform(RenameArticle(1, project.state(1).layout.order[0], NAME))
    project.taught.keep_glossary(Glossary().with_entries([Entry(MARKUP[:30], MARKUP, NAME)]))
    project.taught.keep_pairs(Pairs().with_pairs([Pair("渡船", MARKUP, 3)]))
    project.close()
    return make_window(path)


def rich_texts() -> list[str]:
    """List what is on screen and not shown as the plain text it is."""
    found = []
    for widget in QApplication.allWidgets():
        is_plain = isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.PlainText
        if isinstance(widget, QLabel) and not is_plain and Gui.mightBeRichText(widget.text()):
            found += [f"label {widget.objectName()} of {type(widget.window()).__name__}: {widget.text()}"]
        found += [f"tip of {widget.objectName()}: {widget.toolTip()}"] * is_rich(widget.toolTip())
        for action in widget.actions():
            found += [f"tip of {action.text()}: {action.toolTip()}"] * is_rich(action.toolTip())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += list(rich_rows(widget))
    return found


def rich_rows(view: QAbstractItemView):
    model = view.model()
    for row in range(min(model.rowCount(), 50)):
        for column in range(model.columnCount()):
            for role in ROLES:
                said = model.index(row, column).data(role)
                if isinstance(said, str) and is_rich(said):
                    yield f"row {row}, {column} of {type(model).__name__}: {said}"


def is_rich(text: str) -> bool:
    """Say whether Qt would take anything of `text` for markup that we did not put there to let it wrap."""
    inner = text.removeprefix("<qt>").removesuffix("</qt>")
    return Gui.mightBeRichText(text) and (inner == text or "<" in inner)


def turning_texts() -> list[str]:
    return [
        text
        for widget in QApplication.allWidgets()
        for text in (widget.toolTip(), widget.text() if isinstance(widget, QLabel) else "", title_of(widget))
        if set(text) & set(TURNING)
    ]


def title_of(widget: QWidget) -> str:
    return widget.title() if isinstance(widget, QGroupBox) else widget.windowTitle()


def test_nothing_in_the_window_is_taken_for_markup(hostile):
    hostile.check()
    hostile.press("F8")
    hostile.settle()
    assert hostile.mirror is not None
    assert rich_texts() == []
    assert turning_texts() == []


@pytest.mark.parametrize(
    "name", ["terms", "links", "check-options", "export", "keys", "about", "backups", "proof"]
)
def test_nothing_in_a_dialog_is_taken_for_markup(hostile, qtbot, name):
    found = []

    def look() -> None:
        opened = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
        ]
        if opened:
            found.append(rich_texts() + turning_texts())
        for one in opened:
            one.close()

    # Some of them wait until they are closed.
    watch = QTimer(interval=200)
    watch.timeout.connect(look)
    watch.start()
    hostile.window.actions_[name].trigger()
    try:
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    finally:
        watch.stop()
    assert found[0] == []


def test_a_complaint_about_a_file_is_plain(hostile):
    files = hostile.window.files
    files.complain(BadInputError(NAME, message("是空文件")).spoken)
    assert rich_texts() == []
    for box in hostile.window.findChildren(QDialog):
        box.close()


def test_what_was_told_is_plain(hostile):
    hostile.window.status.tell(BadInputError(NAME, message("是空文件")).spoken)
    hostile.window.status.show_offer(NAME)
    assert rich_texts() == []
    assert turning_texts() == []
    assert "\n" not in hostile.told
    assert "&&R" in hostile.window.status.offer.text()
