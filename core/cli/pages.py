"""What the commands read: files, or the pages of a project as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from core.changes.settled import settled_findings
from core.changes.state import PageState, Verdicts
from core.detectors.detector import Context
from core.document.finding import Finding, PageKey
from core.document.layout import layout_of
from core.document.page import PageView
from core.errors import BadInputError, refused
from core.importers.importer import sources
from core.language.language import open_language
from core.messages import message
from core.project.project import Project
from core.segmentation.segmenter import segment
from core.store.project_file import SUFFIX
from core.store.rows import PageRecord


@dataclass(frozen=True)
class Reading:
    """The pages of one call, in order. A page's key is its path, or its name in a project.

    `states` and `everywhere` are, for a project, the verdicts that its editors have given; `taught` is what
    they have chosen and taught. `readings` are what other engines have read of a page, `beside` all other
    texts of pages.
    """

    pages: tuple[PageView, ...]
    states: Mapping[PageKey, PageState] = field(default_factory=dict)
    everywhere: Verdicts = field(default_factory=Verdicts)
    taught: Context = field(default_factory=Context)
    readings: Mapping[PageKey, tuple[PageView, ...]] = field(default_factory=dict)
    beside: tuple[PageView, ...] = ()

    def open_findings(self, page: PageView, findings: Sequence[Finding]) -> list[Finding]:
        """Return those of the findings of `page` that no editor has settled."""
        state = self.states.get(page.key)
        if state is None:
            return list(findings)
        settled = settled_findings(findings, state, self.everywhere)
        return [finding for number, finding in enumerate(findings) if number not in settled]


def is_project(path: Path) -> bool:
    """Say whether `path` is meant to be a project file."""
    return path.suffix == SUFFIX


def read_pages(paths: Sequence[Path], encoding: str | None = None) -> Reading:
    """Read files (their raw text, segmented) or one project (its current text and articles).

    Raises BadInputError for the first file that cannot be used.
    """
    if any(is_project(path) for path in paths):
        if len(paths) > 1:
            raise refused("工程文件要单独给出，不能与其他文件一起")
        return _project_pages(paths[0])
    language = open_language()
    pages = []
    for source in sources(paths, encoding):
        layout = layout_of(segment(source.text, language))
        pages.append(PageView(source.path, source.name, source.text, layout))
    return Reading(tuple(pages))


def _project_pages(path: Path) -> Reading:
    with closing(Project.look(path)) as project, project.steady():
        records = project.pages()
        names = _names(records)
        witnesses = project.witnesses
        counts = witnesses.counts()
        several = [
            (record.id, name) for record, name in zip(records, names, strict=True) if record.id in counts
        ]
        readings: dict[PageKey, tuple[PageView, ...]] = {
            name: _named(name, witnesses.readings(page)) for page, name in several
        }
        beside = tuple(view for page, name in several for view in _named(name, witnesses.of(page)))
        states = [project.state(record.id) for record in records]
        everywhere = project.dismissed_everywhere
        taught = project.taught.context()
    if not records:
        raise BadInputError(path, message("工程里还没有版面"))
    views = (
        PageView(name, name, state.text, state.layout) for name, state in zip(names, states, strict=True)
    )
    by_name: dict[PageKey, PageState] = dict(zip(names, states, strict=True))
    return Reading(tuple(views), by_name, everywhere, taught, readings, beside)


def _named(page: str, views: Iterable[PageView]) -> tuple[PageView, ...]:
    """Return other texts of a page under its name and their own."""
    return tuple(PageView(f"{page} [{view.name}]", view.name, view.text) for view in views)


def _names(records: Sequence[PageRecord]) -> list[str]:
    """Return the names of pages; where several have the same, each with its number in the project."""
    count = Counter(record.name for record in records)
    return [
        record.name if count[record.name] == 1 else f"{record.name} ({number})"
        for number, record in enumerate(records, 1)
    ]
