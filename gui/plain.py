"""Labels and message boxes that show text as it is: Qt takes what looks like markup for markup."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that never takes a character of what it shows for markup; all labels are made here."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain_box(parent: QWidget, icon: QMessageBox.Icon, title: str, text: str, more: str = "") -> QMessageBox:
    """Return a message box that shows `text`, and `more` below it, as they are; it goes when it is closed."""
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(more)
    # The box itself would have only its first label be plain.
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def unturned(text: str) -> str:
    """Return `text` with a sign for each mark that would turn the line around it is shown in."""
    return _TURNING.sub("\ufffd", text)


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tool tip wraps it but never takes a character of it for markup."""
    return f"<qt>{escape(unturned(text))}</qt>" if text else ""
