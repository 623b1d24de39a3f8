"""From what the desk knows to the rows that panes show."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from core.commands.segmenting import SEGMENTATION
from core.document.finding import Finding
from core.document.layout import title_of
from core.messages import Message, message
from core.store.rows import PageRecord, StepRecord
from core.text.lines import Lines
from gui.desk.mirror import PageMirror
from gui.panels.findings_order import FindingRow
from gui.panels.history_model import HistoryRow
from gui.panels.pages_model import PageRow
from gui.window.vocabulary import Vocabulary

_DATED = re.compile(r"(?P<paper>.+?)[-_ ]*(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[-_ ]+(?P<page>[0-9]{1,3})")
"""How archives name the pages of an issue: 滨河日报-2026-05-08-01."""

CONTEXT = 24
"""How much text on either side of a suspect the list knows (code points)."""


def page_row(record: PageRecord) -> PageRow:
    """Return a page's row; pages of a folder, an archive or a dated issue stand together."""
    group, _, name = record.name.rpartition("·")
    dated = _DATED.fullmatch(name)
    if dated is not None and not group:
        group = f"{dated['paper']} {dated['date']}"
        name = QCoreApplication.translate("Rows", "第{0}版").format(int(dated["page"]))
    return PageRow(
        record.id, group, name, record.characters, record.round, record.open_findings, in_work=record.touched
    )


def finding_rows(mirror: PageMirror, words: Vocabulary) -> list[FindingRow]:
    """Return the rows of all findings that wait for a decision."""
    lines = Lines(mirror.text)
    owners = mirror.layout.owners()
    names = {key: title_of(mirror.layout, key, mirror.text) for key in mirror.layout.order}
    rows: list[FindingRow] = []
    for number in mirror.open:
        finding, span = mirror.findings[number], mirror.spans[number]
        if finding.page_level:
            rows.append(_page_remark(number, finding, words))
            continue
        line = lines.number_at(span.start)
        around = lines.span(line)
        last = lines.span(lines.number_at(max(span.start, span.end - 1)))
        pieces = mirror.layout.spans.overlapping(span)
        owner = owners.get(pieces[0]) if pieces else None
        suggestion = finding.suggestions[0].text if finding.suggestions else None
        rows.append(
            FindingRow(
                number,
                finding.rule,
                words.rule(finding.rule),
                span.of(mirror.text).strip("\n"),
                suggestion,
                finding.confidence,
                mirror.text[max(around.start, span.start - CONTEXT) : span.start],
                mirror.text[span.end : min(max(last.end, span.end), span.end + CONTEXT)],
                line + 1,
                names[owner] if owner is not None else "",
            )
        )
    return rows


def _page_remark(number: int, finding: Finding, words: Vocabulary) -> FindingRow:
    """Return the row of a remark about the whole page: its sentence stands where the context would."""
    whole = QCoreApplication.translate("Rows", "全版")
    title, sentence = words.rule(finding.rule), words.text(finding.message)
    return FindingRow(
        number, finding.rule, title, whole, None, finding.confidence, "", f"  {sentence}", 0, ""
    )


def history_row(step: StepRecord, names: dict[int, str], words: Vocabulary, *, undone: bool) -> HistoryRow:
    """Return a step's row."""
    page = "、".join(names[page] for page in step.pages if page in names)
    what = step.what
    if step.kind == "undo":
        what = message("撤销：{what}", what=step.what)
    elif step.kind == "redo":
        what = message("重做：{what}", what=step.what)
    return HistoryRow(
        step.id,
        step.at,
        step.actor,
        words.text(what),
        words.text(_ground(step.why, words)),
        page,
        undone,
    )


def _ground(why: str, words: Vocabulary) -> Message:
    """Return the ground of a step as people say it."""
    if why == SEGMENTATION:
        return message("自动划分")
    if why.startswith("rule:"):
        names = why.removeprefix("rule:").split(",")
        known = [words.rule(name) if name in words.titles else name for name in names]
        return message("规则：{rule}", rule="、".join(known))
    grounds = {
        "typed": message("录入"),
        "hand": message("人工"),
        "undo": message("撤销"),
        "redo": message("重做"),
    }
    return grounds[why]
