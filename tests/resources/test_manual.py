import re
from importlib.resources import files

import pytest

from core.detectors.detector import all_detectors
from core.exporters.exporter import all_exporters

MANUALS = {
    name: (files("resources") / "manual" / f"{name}.md").read_text(encoding="utf-8") for name in ("zh", "en")
}
KEY = re.compile(r"^\| ((?:Ctrl|Alt|Shift)\+[A-Za-z0-9+↑↓]+|F\d+)", re.MULTILINE)


@pytest.mark.parametrize("manual", MANUALS.values(), ids=MANUALS)
def test_every_rule_and_every_format_is_explained(manual):
    for detector in all_detectors():
        for rule in detector.RULES:
            assert f"| `{rule.name}` | {rule.title} |" in manual
    for exporter in all_exporters():
        assert f"`{exporter.NAME}` |" in manual


@pytest.mark.parametrize("manual", MANUALS.values(), ids=MANUALS)
def test_no_rule_is_explained_that_is_not_there(manual):
    explained = set(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$", manual, re.MULTILINE))
    assert explained == {rule.name for detector in all_detectors() for rule in detector.RULES}


def test_the_manuals_have_the_same_chapters_and_tables():
    shape = {
        name: re.findall(r"^(#+|\|---|\d+\.|-(?= ))", text, re.MULTILINE) for name, text in MANUALS.items()
    }
    assert shape["zh"] == shape["en"]


def test_the_manuals_name_the_same_keys():
    keys = {
        name: {key.replace("↑", "Up").replace("↓", "Down") for key in KEY.findall(text)}
        for name, text in MANUALS.items()
    }
    assert len(keys["zh"]) > 20
    assert keys["zh"] == keys["en"]
