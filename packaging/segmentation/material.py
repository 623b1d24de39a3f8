"""What invented pages are made of: the part of the corpus that no language data was made from."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NEWS, _LAWS, _REPORTS = "news-broadcasts-2022-2026", "laws", "government-work-reports-1954-2017"
_BLOCKS = {_NEWS: 500, _LAWS: 1000, _REPORTS: 40}
_ASIDE, _OF = 7, 50
"""The blocks that packaging/language/corpus.py keeps aside."""

_CALL = re.compile("^央视网消息（新闻联播）：")
_COLUMN = re.compile("^【(?P<column>[^】]{2,40})】(?P<title>.+)$")
_SENTENCE = re.compile("[^。！？]*[。！？][”’）》]*|[^。！？]+$")
_ENACTED = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_INLINE_HEAD = re.compile(
    "^(?P<head>（?[一二三四五六七八九十]{1,2}[、）][^。，\u3000]{4,26})\u3000\u3000(?P<rest>.+)$"
)


@dataclass(frozen=True)
class Source:
    """A text of the corpus: its headline, the column it ran in (""), and its paragraphs."""

    title: str
    column: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """News still to be cut into paragraphs, laws with their articles, paragraphs of reports."""

    news: tuple[Source, ...]
    laws: tuple[Source, ...]
    reports: tuple[str, ...]


def read_material(folder: Path) -> Material:
    """Read what is kept aside of the corpus in `folder`."""
    reports = []
    for line in _aside(folder, _REPORTS):
        headed = _INLINE_HEAD.match(line)
        reports.append(re.sub("（[^）]*掌声[^）]*）", "", headed["rest"] if headed else line))
    return Material(
        tuple(_news(list(_aside(folder, _NEWS)))),
        tuple(_laws(list(_aside(folder, _LAWS)))),
        tuple(one for one in reports if len(one) > 60 and "政府工作报告" not in one[:20]),
    )


def sentences(text: str) -> list[str]:
    """Cut a text behind its sentences."""
    return [found[0] for found in _SENTENCE.finditer(text)]


def _aside(folder: Path, name: str) -> Iterator[str]:
    with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if (number // _BLOCKS[name]) % _OF == _ASIDE and line.strip():
                yield line.replace("&nbsp;", " ").strip()


def _news(lines: list[str]) -> Iterator[Source]:
    for number, title in enumerate(lines[:-1]):
        if not _CALL.match(lines[number + 1]) or not 7 <= len(title) <= 44:
            continue
        text = [_CALL.sub("", lines[number + 1])]
        for line in lines[number + 2 :]:
            if len(line) < 60 or _CALL.match(line):
                break
            text.append(line)
        found = _COLUMN.match(title)
        bare, column = (found["title"], found["column"]) if found else (title, "")
        if sum(map(len, text)) >= 120:
            yield Source(bare.strip(), column, tuple(text))


def _laws(lines: list[str]) -> Iterator[Source]:
    starts = [n for n in range(len(lines) - 1) if _is_law_title(lines[n]) and _ENACTED.match(lines[n + 1])]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = [line for line in lines[start + 1 : end] if not _ENACTED.match(line) and _is_text(line)]
        if len(text) >= 6:
            yield Source(lines[start], "", tuple(text[:60]))


def _is_text(line: str) -> bool:
    return line.startswith("第") or line[-1] in "。；："


def _is_law_title(line: str) -> bool:
    return 6 <= len(line) <= 44 and not _ENACTED.match(line) and line[-1] not in "。；：，"
