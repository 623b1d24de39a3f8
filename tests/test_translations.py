"""Every string of the window is there in every language, and the compiled files are those of the sources."""

import ast
import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "resources/translations"
SOURCES = sorted((ROOT / "gui").rglob("*.py"))
MARKERS = {"tr", "translate", "QT_TRANSLATE_NOOP", "message", "refused"}
"""What a string is handed to so that it is translated; `message` and `refused` are the core's own way."""

MEASURES = {"horizontalAdvance"}
"""What measures a character and never shows it."""

HAN = re.compile("[\u3400-\u9fff]")
HOLE = re.compile(r"%n|%\d|\{\w*\}")

FAMILIES = {ROOT / "gui/fonts.py"}
"""Where Chinese outside translations names typefaces and not anything to read."""


@pytest.fixture(scope="module")
def translate():
    """The script that keeps the translations."""
    sys.path.insert(0, str(ROOT / "packaging"))
    import translate

    yield translate
    sys.path.remove(str(ROOT / "packaging"))
    del sys.modules["translate"]


def called(node: ast.AST) -> str | None:
    return getattr(node.func, "id", getattr(node.func, "attr", None)) if isinstance(node, ast.Call) else None


def untranslatable(source: str):
    """Yield the line of every Chinese string that no translation can reach, docstrings apart.

    Such are strings outside `tr` and its kin, parts of f-strings, and `other.tr(…)`, which Qt's tools file
    under the name of the variable.
    """
    tree = ast.parse(source)
    reached = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            reached.add(node.value)
        if called(node) in MARKERS | MEASURES and not is_of_another(node):
            reached.update(node.args)
    for node in ast.walk(tree):
        chinese = isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if chinese and node not in reached:
            yield node.lineno


def is_of_another(call: ast.Call) -> bool:
    """Tell whether this is a `tr` of anything but `self`."""
    return called(call) == "tr" and getattr(call.func.value, "id", None) != "self"


def test_the_search_finds_what_no_translation_reaches():
    source = (
        '"""文档"""\nself.tr("甲")\nlabel("乙")\nother.tr("丙")\ntranslate("A", "丁")\n'
        'f"戊{x}"\nQT_TRANSLATE_NOOP("A", "己")\nlabel("B")\nmetrics.horizontalAdvance("口")'
    )
    assert list(untranslatable(source)) == [3, 4, 6]


def test_no_string_of_the_window_is_hard_wired():
    sources = [path for path in SOURCES if path not in FAMILIES]
    assert sources
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources
        for line in untranslatable(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_the_strings_are_those_of_the_sources(translate, tmp_path):
    kept = TRANSLATIONS / "jiaochou_en.ts"
    collected = tmp_path / "jiaochou_en.ts"
    shutil.copy(kept, collected)
    translate.collect(translate.WINDOW, collected)
    assert collected.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_every_string_is_translated(translate, language):
    strings = TRANSLATIONS / f"jiaochou_{language}.ts"
    assert list(ET.parse(strings).iter("message"))
    assert not translate.unfinished(strings)


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_a_translation_keeps_the_holes(language):
    for entry in ET.parse(TRANSLATIONS / f"jiaochou_{language}.ts").iter("message"):
        source, translation = entry.findtext("source"), entry.find("translation")
        for words in [form.text for form in translation.iter("numerusform")] or [translation.text]:
            # English may say one thing without its number, as in "one page".
            allowed = {*HOLE.findall(source)}
            assert allowed - {"%n"} <= {*HOLE.findall(words or "")} <= allowed, source


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_the_compiled_strings_are_those_of_the_file(translate, tmp_path, language):
    strings = TRANSLATIONS / f"jiaochou_{language}.ts"
    compiled = tmp_path / "strings.qm"
    translate.compile_strings(strings, compiled)
    assert compiled.read_bytes() == strings.with_suffix(".qm").read_bytes()


def test_traditional_chinese_is_what_the_script_makes(translate):
    strings = TRANSLATIONS / "jiaochou_zh_TW.ts"
    assert strings.read_text(encoding="utf-8") == translate.traditional_strings(
        TRANSLATIONS / "jiaochou_en.ts"
    )
    messages = ROOT / "resources/messages"
    made = translate.traditional_messages(messages / "en.json")
    assert (messages / "zh_TW.json").read_text(encoding="utf-8") == made


def test_an_unfinished_string_is_seen(translate, tmp_path):
    strings = tmp_path / "strings.ts"
    strings.write_text(
        "<TS><context><name>A</name>"
        "<message><source>甲</source><translation>one</translation></message>"
        '<message><source>乙</source><translation type="unfinished">two</translation></message>'
        "<message><source>丙</source><translation></translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert translate.unfinished(strings) == [("A", "乙"), ("A", "丙")]
