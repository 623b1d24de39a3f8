"""From what the desk knows to the rows that panes show."""

from __future__ import annotations

from core.document.layout import title_of
from core.messages import Message, message
from core.store.rows import PageRecord, StepRecord
from core.text.lines import Lines
from gui.desk.mirror import PageMirror
from gui.panels.findings_order import FindingRow
from gui.panels.history_model import HistoryRow
from gui.panels.pages_model import PageRow
from gui.window.vocabulary import Vocabulary

CONTEXT = 24
"""How much text on either side of a suspect the list knows (code points)."""


def page_row(record: PageRecord) -> PageRow:
    """Return a page's row; pages of a folder or an archive stand together."""
    group, _, name = record.name.rpartition("·")
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
