"""Every sentence the core can say is there in every language, with the same holes."""

import ast
import json
import string
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MESSAGES = ROOT / "resources/messages"
SPEAKERS = {"message", "refused", "Message"}
"""What a template is handed to, as its first argument."""

HANDS_ON = {ROOT / path for path in ("core/messages.py", "core/errors.py", "core/changes/message_codec.py")}
"""Where templates are handed on: the speakers themselves, and what reads messages back from the store."""

SOURCES = sorted(path for folder in ("core", "gui") for path in (ROOT / folder).rglob("*.py"))


def spoken(source: str):
    """Yield the line and the template of every sentence in a source; None where it is no literal."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", None))
        if called in SPEAKERS:
            for template in alternatives(node.args[0]):
                literal = isinstance(template, ast.Constant) and isinstance(template.value, str)
                yield node.lineno, template.value if literal else None


def alternatives(argument: ast.expr) -> list[ast.expr]:
    """Return what an argument can be: both arms of a choice, else itself."""
    if isinstance(argument, ast.IfExp):
        return [*alternatives(argument.body), *alternatives(argument.orelse)]
    return [argument]


def spoken_in(path: Path):
    for line, template in spoken(path.read_text(encoding="utf-8")):
        if template is not None or path not in HANDS_ON:
            yield f"{path.relative_to(ROOT)}:{line}", template


def holes(template: str) -> set[str]:
    return {
        name for _text, name, _format, _conversion in string.Formatter().parse(template) if name is not None
    }


def catalogue(language: str) -> dict[str, str]:
    """Read a catalogue; a template that is listed twice is an error."""

    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), "a template is listed twice"
        return dict(pairs)

    text = (MESSAGES / f"{language}.json").read_text(encoding="utf-8")
    return json.loads(text, object_pairs_hook=unique)


@pytest.fixture(scope="module")
def said():
    """Every sentence of the program and where it is said."""
    found = [pair for path in SOURCES for pair in spoken_in(path)]
    assert found
    return found


def test_the_search_finds_each_way_to_speak():
    source = (
        "message('甲{x}', x=1)\nerrors.refused('乙' '丙')\nMessage('丁')\n"
        "message('戊' if x else y)\nprint('己')"
    )
    assert list(spoken(source)) == [(1, "甲{x}"), (2, "乙丙"), (3, "丁"), (4, "戊"), (4, None)]


def test_every_template_is_a_literal(said):
    assert not [place for place, template in said if template is None]


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_every_template_is_translated_and_none_is_stale(said, language):
    used = {template for _place, template in said}
    listed = catalogue(language).keys()
    assert (sorted(used - listed), sorted(listed - used)) == ([], [])


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_a_translation_has_the_same_holes_and_is_not_empty(language):
    entries = catalogue(language).items()
    assert not [source for source, words in entries if holes(source) != holes(words) or not words.strip()]


def test_english_is_english():
    # Characters that are themselves the subject stand between quotation marks or brackets, never as words.
    han = [
        words for words in catalogue("en").values() if sum("\u4e00" <= mark <= "\u9fff" for mark in words) > 2
    ]
    assert not han
