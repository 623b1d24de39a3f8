"""A flat button that says what is chosen and opens the other choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

Value = TypeVar("Value", bound=Enum)


class Choice(QToolButton, Generic[Value]):
    """One choice among the members of an enumeration."""

    def __init__(
        self, choices: Mapping[Value, str], value: Value, name: str, changed: Callable[[], None]
    ) -> None:
        """`choices` maps values to their names; `changed` is called when the editor has chosen."""
        super().__init__()
        self._choices = choices
        self._actions: dict[Value, QAction] = {}
        self._changed = changed
        menu = QMenu(self)
        group = QActionGroup(menu)
        for choice, text in choices.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_by_hand, choice))
            group.addAction(action)
            self._actions[choice] = action
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.choose(value)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._value

    def choose(self, value: Value) -> None:
        """Choose without telling."""
        self._value = value
        self._actions[value].setChecked(True)
        self.setText(f"{self._choices[value]} ▾")

    def set_counts(self, counts: Mapping[Value, int]) -> None:
        """Say behind each choice in the menu how many it would show; choices without a number say none."""
        for choice, action in self._actions.items():
            count = counts.get(choice)
            name = self._choices[choice]
            action.setText(name if count is None else f"{name}\t{count:,}")

    def _choose_by_hand(self, value: Value) -> None:
        self.choose(value)
        self._changed()
