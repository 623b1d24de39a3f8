"""The look of Qt's own widgets: a style sheet and a palette in the colours of a theme."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from PySide6.QtGui import QPalette

from gui.theme import Theme

_NAME = re.compile(r"@([a-z-]+)")

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.PlaceholderText: "text-muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "script",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}

_FAINT_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


def stylesheet(theme: Theme) -> str:
    """Return the application's style sheet; it is meant to lie over Qt's Fusion style and `palette`.

    A label or frame asks for a look of its own by the dynamic property `look`: `header`, `muted`, `error`,
    `key` (a key cap), `card`, `line`. Set it before the widget is first shown.
    """
    resources = files("resources")
    template = (resources / "themes" / "window.qss").read_text(encoding="utf-8")
    values = {**theme.colors, "icons": Path(str(resources / "icons")).as_posix(), "theme": theme.name}
    return _NAME.sub(lambda match: values[match[1]], template)


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet leaves to Qt's style, and for painting by hand."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, theme.color(name))
    for role in _FAINT_WHEN_DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.color("text-faint"))
    return result
