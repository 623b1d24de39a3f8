"""Readings taken, taken back and typed over on pages that share a story, in any order and however fast."""

import random

import pytest
from PySide6.QtWidgets import QApplication

from core.document.page import Source
from core.project.project import Project
from core.text.span import Span

GESTURES = 90
KEYS = (
    *("F4", "F4", "F4", "Shift+F4", "F6", "Shift+F6") * 2,
    *("Alt+1", "Alt+2", "Alt+0", "Ctrl+7", "Ctrl+1", "Return", "Esc") * 2,
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Backspace", "Del", "Left", "Down", "Up", "0", "2"),
)
STORY = (
    "# 渡口通航\n\n入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，"
    "乡亲们挑着新摘的瓜果去赶集。\n\n"
    "傍晚时分，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，\n\n连灯笼都忘了点。\n"
)
CHANGES = (
    (),
    (("瓜果", "爪果"), ("茶馆", "茶倌")),
    (("瓜果", "爪果"), ("说书", "")),
    (("，", ","), ("走", "开走")),
)


@pytest.fixture
def bench(make_window, tmp_path):
    path = tmp_path / "渡口.jiaochou"
    project = Project.create(path, "林晓禾")
    sources = []
    for number, changes in enumerate(CHANGES, 1):
        text = STORY
        for old, new in changes:
            text = text.replace(old, new)
        sources.append(Source(f"第{number}版", text.encode(), "utf-8", text))
    project.add_pages(sources)
    project.close()
    return make_window(path)


@pytest.mark.parametrize("seed", range(4))
def test_the_window_and_the_project_agree_in_the_end(bench, seed):
    chance = random.Random(seed)
    for _ in range(GESTURES):
        kind = chance.random()
        if kind < 0.1:
            bench.compose(commit=chance.choice(("瓜", "渡口", "。")))
        elif kind < 0.2:
            place = chance.randrange(len(bench.editor.text) + 1)
            bench.editor.select(Span(place, place))
        else:
            bench.press(chance.choice(KEYS))
        if chance.random() < 0.4:
            QApplication.processEvents()
        if chance.random() < 0.15:
            bench.qtbot.wait(chance.choice((5, 50, 450)))
    bench.settle()
    assert bench.editor.text == bench.mirror.text == bench.stored().text
    assert bench.ask(lambda project: project.verify().problems) == ()
    ready = []
    bench.window._variants.witnesses.when_fresh(lambda: ready.append(True))
    bench.qtbot.waitUntil(lambda: bool(ready))
    collation = bench.window._variants.witnesses.collation
    texts = {view.key: view.text for one in collation.passages for view in one.views}
    assert all(texts[page] == bench.stored(page).text for page in texts)
