import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.editor.page_editor import PageEditor
from gui.theme import load_theme


@pytest.fixture
def theme():
    return load_theme("light")


@pytest.fixture
def editor(qtbot, theme):
    """A page editor in a window that is shown."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    page = PageEditor(theme, window)
    page.setGeometry(0, 0, 700, 500)
    with qtbot.waitExposed(window):
        window.show()
    page.setFocus()
    yield page
    window.close()


@pytest.fixture
def edits(editor):
    """What the editor has reported as typed so far."""
    seen = []
    editor.edited.connect(lambda edit, _composed_for: seen.append(edit))
    return seen


@pytest.fixture
def compose(editor):
    """Lets an input method show `preedit`, or commit `commit` in the place of what `replacing` says."""

    def send(preedit="", commit="", replacing=(0, 0)):
        event = QInputMethodEvent(preedit, [])
        if commit or replacing != (0, 0):
            event.setCommitString(commit, *replacing)
        QApplication.sendEvent(editor, event)

    return send


@pytest.fixture
def in_document(editor):
    """Returns what the widget itself holds, as one string."""
    return lambda: editor.document().toRawText().replace("\u2029", "\n")
