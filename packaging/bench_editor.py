"""Measures the page editor: from a key to the painted text, marks, outside edits. Run it by path.

    python packaging/bench_editor.py [--keys 300] [--budgets]

Every figure is the median and the 95th percentile in milliseconds, on an offscreen surface. With `--budgets`
only those of packaging/budgets.py are measured and printed as one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.document.role import Role
from core.text.edit import Edit
from core.text.lines import Lines
from core.text.span import Span
from gui.editor.marks import Mark, MarkKind
from gui.editor.page_editor import PageEditor
from gui.editor.rows import GutterRow
from gui.theme import load_theme

PHRASES = ("江流宛转绕芳甸，", "月照花林皆似霰；", "空里流霜不觉飞，", "汀上白沙看不见。")


def invented_text(length: int, paragraph: int, chance: random.Random) -> str:
    """Return about `length` characters in paragraphs of about `paragraph`, blank lines between."""
    parts: list[str] = []
    written = 0
    while written < length:
        count = max(1, min(paragraph, length - written) // 8)
        parts.append("".join(chance.choice(PHRASES) for _ in range(count)))
        written += len(parts[-1]) + 2
    return "\n\n".join(parts)


def timed(name: str, times: int, action: Callable[[int], None], app: QApplication) -> float:
    """Print how long `action` takes until everything is painted; return the 95th percentile."""
    taken: list[float] = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    high = statistics.quantiles(taken, n=20)[-1] if times > 1 else taken[0]
    print(f"{name:<72}{statistics.median(taken):>9.2f}{high:>9.2f}")
    return high


def dressed(editor: PageEditor, text: str, marks: int, chance: random.Random) -> list[Mark]:
    """Show `text` with random marks and a row for every line; return the marks."""
    lines = Lines(text)
    rows = [
        GutterRow(span, Role.TITLE if number % 24 == 0 else Role.BODY, number // 24)
        for number, span in enumerate(lines.spans())
        if len(span)
    ]
    starts = sorted(chance.randrange(max(1, len(text) - 3)) for _ in range(marks))
    found = [Mark(Span(s, s + 2), chance.choice(list(MarkKind)), chance.random()) for s in starts]
    editor.show_page(text)
    editor.set_rows(rows)
    editor.set_marks(found)
    return found


def typing(app: QApplication, editor: PageEditor, name: str, keys: int) -> float:
    """Measure keys and an input method's commits in the middle of the text; return the figure of the keys."""
    middle = len(editor.text) // 2
    editor.select(Span(middle, middle))
    editor.reveal(Span(middle, middle))
    app.processEvents()
    high = timed(f"{name}: key to paint", keys, lambda _: QTest.keyClick(editor, "a"), app)

    def commit(_: int) -> None:
        QApplication.sendEvent(editor, QInputMethodEvent("chao", []))
        event = QInputMethodEvent("", [])
        event.setCommitString("潮")
        QApplication.sendEvent(editor, event)

    timed(f"{name}: composed and committed", keys // 4, commit, app)
    return high


def budgets(app: QApplication, editor: PageEditor, keys: int, chance: random.Random) -> dict[str, float]:
    """Measure keys on a large page and in a long paragraph."""
    dressed(editor, invented_text(100_000, 300, chance), 5_000, chance)
    large = typing(app, editor, "100,000 characters", keys)
    dressed(editor, invented_text(20_000, 20_000, chance), 5_000, chance)
    return {
        "key to paint, 95 %: 100,000 characters, 5,000 marks": large,
        "key to paint, 95 %: one paragraph of 20,000": typing(app, editor, "20,000 characters", keys),
    }


def pages_of_all_sizes(app: QApplication, editor: PageEditor, keys: int, chance: random.Random) -> None:
    """Measure showing a page and typing on it."""
    for name, length, paragraph, marks in (
        ("8,000 characters, 5,000 marks", 8_000, 300, 5_000),
        ("100,000 characters, 5,000 marks", 100_000, 300, 5_000),
        ("1,000,000 characters, 5,000 marks", 1_000_000, 300, 5_000),
        ("one paragraph of 20,000 characters, 500 marks", 20_000, 20_000, 500),
    ):
        text = invented_text(length, paragraph, chance)
        timed(
            f"{name}: shown with rows and marks",
            3,
            lambda _, t=text, m=marks: dressed(editor, t, m, chance),
            app,
        )
        typing(app, editor, name, keys)
        editor.set_veiled(True)
        typing(app, editor, f"{name}, others dimmed", keys)
        starts = [
            row.span.start for row in (editor.rows[number] for number in range(0, len(editor.rows), 24))
        ]
        timed(
            f"{name}: caret into another article, others dimmed",
            min(keys, 100),
            lambda n, s=starts: editor.select(Span(s[n % min(2, len(s))], s[n % min(2, len(s))])),
            app,
        )
        editor.set_veiled(False)


def changes_from_outside(app: QApplication, editor: PageEditor, chance: random.Random) -> None:
    """Measure other marks, scrolling and a replace-all on a large page."""
    text = invented_text(200_000, 300, chance)
    marks = dressed(editor, text, 5_000, chance)
    app.processEvents()
    timed("200,000 characters: 5,000 other marks", 20, lambda n: editor.set_marks(marks[n % 2 :]), app)
    timed(
        "200,000 characters: scrolled by a page",
        50,
        lambda n: editor.verticalScrollBar().setValue(n * 20),
        app,
    )
    step = len(text) // 1000
    there = tuple(Edit(n * step, text[n * step], "改换") for n in range(1000))
    back = tuple(Edit(n * step + n, "改换", text[n * step]) for n in range(1000))
    timed(
        "200,000 characters: 1,000 places replaced",
        6,
        lambda n: editor.apply_edits(back if n % 2 else there),
        app,
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--budgets", action="store_true")
    chosen = parser.parse_args()
    keys = chosen.keys
    chance = random.Random(7)
    app = QApplication([])
    editor = PageEditor(load_theme("light"))
    editor.resize(900, 900)
    editor.show()
    app.processEvents()
    if chosen.budgets:
        print(json.dumps(budgets(app, editor, keys, chance)))
        editor.close()
        return
    print(f"{'':<72}{'median':>9}{'95 %':>9}")
    pages_of_all_sizes(app, editor, keys, chance)
    changes_from_outside(app, editor, chance)
    editor.close()


if __name__ == "__main__":
    main()
