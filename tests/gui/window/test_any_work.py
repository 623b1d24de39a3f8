"""Whatever is pressed, in whatever order and however fast: the window and the project agree in the end."""

import random
import time

import pytest
from PySide6.QtWidgets import QApplication

from core.text.span import Span

GESTURES = 160
KEYS = (
    *("Ctrl+Z",) * 4,
    *("Ctrl+Shift+Z",) * 2,
    *("Backspace", "Del", "Return", "Left", "Down", "Shift+Left", "Home") * 2,
    *("Alt+T", "Alt+B", "Alt+F", "Ctrl+Return", "Ctrl+Up", "Ctrl+Down", "Ctrl+J"),
    *("F8", "F8", "F7", "Ctrl+Shift+Return", "Ctrl+D", "Shift+Del", "Ctrl+Shift+K"),
    *("Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+2", "Ctrl+4", "Ctrl+1", "Ctrl+1"),
)


@pytest.mark.parametrize("seed", range(6))
def test_the_window_and_the_project_agree_in_the_end(bench, seed):
    chance = random.Random(seed)
    for _ in range(GESTURES):
        gesture(bench, chance)
        if chance.random() < 0.3:
            QApplication.processEvents()
        if chance.random() < 0.05:
            bench.qtbot.wait(chance.choice((5, 50)))
        if chance.random() < 0.02:
            bench.check()
    bench.settle()
    while bench.mirror is None:
        # All pages were removed.
        bench.press("Ctrl+Z")
        bench.settle()
    bench.check()
    stored = bench.stored()
    assert bench.editor.text == bench.mirror.text == stored.text
    assert bench.mirror.layout == stored.layout
    assert bench.ask(lambda project: project.verify().problems) == ()


def gesture(bench, chance):
    kind, find_bar = chance.random(), bench.window.page.find_bar
    if kind < 0.3:
        bench.type(chance.choice(("a", "bc", "d e", "1")))
    elif kind < 0.45:
        bench.compose(preedit="chun")
        if chance.random() < 0.2:
            bench.press(chance.choice(("F8", "Ctrl+Z")))
        bench.compose(commit=chance.choice(("春", "江水", "𠮷", "。")))
    elif kind < 0.5:
        replace = chance.choice((find_bar.replace_requested, find_bar.replace_all_requested))
        replace.emit(*chance.choice((("来", "來了"), ("a", ""), ("渡口", "码头"))))
    elif kind < 0.55:
        bench.desk.ask(lambda _project: time.sleep(0.02), lambda _: None)
    elif kind < 0.65:
        place = chance.randrange(len(bench.editor.text) + 1)
        length = chance.choice((0, 0, 0, 1, 12))
        bench.editor.select(Span(place, min(place + length, len(bench.editor.text))))
    else:
        bench.press(chance.choice(KEYS))
