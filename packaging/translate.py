"""Bring the translations of the interface up to date with the sources: run it with the Python of `.venv`.

English is written by hand: for the window in resources/translations/jiaochou_en.ts (lupdate adds what is new,
`<translation type="unfinished">` until someone translates it), for the core in resources/messages/en.json.
Traditional Chinese is made of the same strings by OpenCC and is never edited. What the program loads are the
compiled `.qm` files and the `.json` files; all of them are kept in the repository.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "gui"
TRANSLATIONS = ROOT / "resources" / "translations"
MESSAGES = ROOT / "resources" / "messages"

CORE = ""
"""Stands for the context of the core's messages, which have none."""

OTHER_SENSES = {(context, "文件"): "文件" for context in ("ArticleKind", CORE)}
"""Strings that OpenCC takes for other words: an official document is no computer file."""


def main() -> int:
    """Update all files and return 1 where English is still missing."""
    english = TRANSLATIONS / "jiaochou_en.ts"
    traditional = TRANSLATIONS / "jiaochou_zh_TW.ts"
    collect(WINDOW, english)
    traditional.write_text(traditional_strings(english), encoding="utf-8")
    (MESSAGES / "zh_TW.json").write_text(traditional_messages(MESSAGES / "en.json"), encoding="utf-8")
    for strings in (english, traditional):
        compile_strings(strings, strings.with_suffix(".qm"))
    missing = unfinished(english)
    for context, source in missing:
        print(f"no English for {context}: {source!r}", file=sys.stderr)
    return 1 if missing else 0


def collect(sources: Path, strings: Path) -> None:
    """Bring the file of `strings` up to date with what the Python files under `sources` say."""
    files = sorted(str(path.relative_to(ROOT)) for path in sources.rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
    languages = ["-source-language", "zh_CN", "-target-language", "en"]
    tool("pyside6-lupdate", [*files, *options, *languages, "-ts", str(strings)])


def compile_strings(strings: Path, compiled: Path) -> None:
    """Write the form of `strings` that Qt loads."""
    tool("pyside6-lrelease", [str(strings), "-qm", str(compiled)])


def traditional_strings(english: Path) -> str:
    """Return the strings of `english` with Traditional Chinese, in Taiwan's words, for translations."""
    convert = OpenCC("s2twp").convert
    document = ET.parse(english).getroot()
    document.set("language", "zh_TW")
    for name, source, translation in entries(document):
        is_plural = translation.find("numerusform") is not None
        translation.attrib.clear()
        translation[:] = []
        translation.text = None
        target = ET.SubElement(translation, "numerusform") if is_plural else translation
        target.text = OTHER_SENSES.get((name, source)) or convert(source)
    ET.indent(document, "    ")
    body = ET.tostring(document, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def traditional_messages(english: Path) -> str:
    """Return the core's templates with their Traditional Chinese as a JSON object."""
    convert = OpenCC("s2twp").convert
    templates = json.loads(english.read_text(encoding="utf-8"))
    converted = {
        template: OTHER_SENSES.get((CORE, template)) or convert(template) for template in sorted(templates)
    }
    return json.dumps(converted, ensure_ascii=False, indent=1) + "\n"


def unfinished(strings: Path) -> list[tuple[str, str]]:
    """Return context and source of every string that has no finished translation."""
    found = entries(ET.parse(strings).getroot())
    return [(name, source) for name, source, translation in found if not is_finished(translation)]


def entries(document: ET.Element) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, source and translation of every string."""
    for context in document.iter("context"):
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is None:
                translation = ET.SubElement(entry, "translation", type="unfinished")
            yield name, entry.findtext("source", ""), translation


def is_finished(translation: ET.Element) -> bool:
    """Tell whether a translation is there, in all its plural forms, and marked as done."""
    forms = list(translation.iter("numerusform")) or [translation]
    return translation.get("type") != "unfinished" and all(form.text for form in forms)


def tool(name: str, arguments: Sequence[str]) -> None:
    """Run one of Qt's tools, which stand beside the interpreter; show what it says only when it fails."""
    command = [str(Path(sys.executable).parent / name), *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
