"""The row of buttons under the menus: few, and each with its word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from gui.window.actions import Actions

_GROUPS = (
    ("previous-page", "next-page"),
    ("undo", "redo"),
    ("previous-suspect", "next-suspect", "accept", "dismiss"),
    ("start-article", "merge-up", "join"),
    ("sign-off",),
)


class ToolBar(QToolBar):
    """Buttons for what is done all day, and the palette at the right."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("工具栏"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for number, group in enumerate(_GROUPS):
            if number:
                self.addSeparator()
            for name in group:
                self.addAction(actions[name])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addAction(actions["palette"])
