"""The manual, and what program this is."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtWidgets import QDialog, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from core import __version__
from gui.plain import plain_box

translate = QCoreApplication.translate


class Manual(QDialog):
    """The user's manual in a window that stays open beside the work."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用手册"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 720)
        browser = QTextBrowser()
        browser.setOpenExternalLinks(False)
        browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        browser.document().setDocumentMargin(24)
        browser.document().setBaseUrl(QUrl())
        name = "en" if language == "en" else "zh"
        browser.setMarkdown((files("resources") / "manual" / f"{name}.md").read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(browser)


def about(parent: QWidget) -> QMessageBox:
    """Return the box that says what program this is."""
    return plain_box(
        parent,
        QMessageBox.Icon.NoIcon,
        translate("Help", "关于校雠"),
        translate("Help", "校雠 Jiaochou {0}").format(__version__),
        translate("Help", "把报纸版面的识别文字校成干净的稿件。按 Apache License 2.0 发布。"),
    )
