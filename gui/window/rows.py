"""From what the desk knows to the rows that panes show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from core.commands.grounds import ground_name
from core.messages import message
from core.project.listing import ListedFinding, list_findings
from core.store.rows import PageRecord, StepRecord
from gui.desk.mirror import PageMirror
from gui.panels.findings_order import FindingRow
from gui.panels.history_model import HistoryRow
from gui.panels.pages_model import PageRow
from gui.window.vocabulary import Vocabulary

_DATED = re.compile(r"(?P<paper>.+?)[-_ ]*(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[-_ ]+(?P<page>[0-9]{1,3})")
"""How archives name the pages of an issue: 滨河日报-2026-05-08-01."""


def page_row(record: PageRecord) -> PageRow:
    """Return a page's row; pages of a folder, an archive or a dated issue stand together."""
    group, name = _called(record)
    return PageRow(
        record.id, group, name, record.characters, record.round, record.open_findings, in_work=record.touched
    )


def page_label(record: PageRecord) -> str:
    """Return what a page is called where it stands by itself."""
    return " ".join(part for part in _called(record) if part)


class PageLabels(Mapping[int, str]):
    """What pages are called, in their order; worked out when asked for, and of ten thousand few ever are."""

    def __init__(self, records: Iterable[PageRecord] = ()) -> None:
        self._records = {record.id: record for record in records}

    def __getitem__(self, page: int) -> str:
        """Return what a page is called."""
        return page_label(self._records[page])

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers of the pages."""
        return iter(self._records)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._records)


def _called(record: PageRecord) -> tuple[str, str]:
    group, _, name = record.name.rpartition("·")
    dated = _DATED.fullmatch(name)
    if dated is not None and not group:
        group = f"{dated['paper']} {dated['date']}"
        name = QCoreApplication.translate("Rows", "第{0}版").format(int(dated["page"]))
    return group, name


def finding_rows(mirror: PageMirror, words: Vocabulary, page_name: str) -> list[FindingRow]:
    """Return the rows of all findings of a page that wait for a decision."""
    waiting = ((number, mirror.finding(number)) for number in mirror.open)
    listed = list_findings(mirror.text, mirror.layout, waiting)
    return [finding_row(mirror.page, page_name, one, words) for one in listed]


def finding_row(page: int, page_name: str, listed: ListedFinding, words: Vocabulary) -> FindingRow:
    """Return the row of one finding; of a remark about a page its sentence stands where the context would."""
    suspect, suggestion, after = listed.suspect, listed.suggestion, listed.after
    if listed.remark is not None:
        suspect, suggestion = QCoreApplication.translate("Rows", "全版"), None
        after = f"  {words.text(listed.remark)}"
    title = words.rule(listed.rule)
    article, name, line = listed.article, listed.title, listed.line
    judged = listed.rule, title, suspect, suggestion, listed.confidence
    return FindingRow(page, listed.number, *judged, listed.before, after, line, article, name, page_name)


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
        words.text(ground_name(step.why, words.title)),
        page,
        undone,
    )
