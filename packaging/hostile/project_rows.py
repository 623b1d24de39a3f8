"""Project files whose rows somebody has written over, and all that a program does with such a file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from core.commands.editing import TypeText
from core.commands.judging import AcceptSuggestion, DismissFindings
from core.commands.linking import LinkArticles, UnlinkArticles
from core.commands.moving import MergeArticles
from core.commands.segmenting import Segment
from core.commands.tagging import RenameArticle, SetRole, SignOff, StartArticle
from core.document.finding import Finding, Place, Suggestion
from core.document.layout import title_of
from core.document.page import Source
from core.document.role import Role
from core.errors import JiaochouError
from core.exporters.exporter import Exporter, all_exporters, needs
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair, Pairs
from core.messages import load_catalogue, message
from core.project.project import Project
from core.text.edit import Edit
from core.text.span import Span

TEXT = (
    "青渚时报\n\n## 渡口今日通航\n\n本报讯(记者 林晓禾)渡口今日通航，𠮷日将近。\n"
    "船来了船来了。(下转第2版)\n\n## 两岸同庆\n\n灯火通明。\n"
)
_PAGES = (TEXT, TEXT.replace("渡口", "河堤").replace("(下转第2版)", "(上接第1版)"), "一页旧闻。\n")
_HEAVY = frozenset({"step", "change", "snapshot", "page", "setting", "analysis"})
_ODD: tuple[Any, ...] = (
    None, 0, 1, 2, -1, 7, 2**31, 2**62, 2**63 - 1, -(2**63), 0.5, 1e308, "", "x", "0", "1", "-1",
    "{}", "[]", "null", "[[]]", "{", "甲", "𠮷\n{0}", "{name}", "\ud7ff", "<b>&amp;", b"",
    b"\xff\xfe", b"\x00" * 9, "[" * 100_000, '{"a":' * 5_000, "9" * 5_000, "1e999", "NaN",
    "2031-13-45", "0001-01-01T00:00:00", "utf-7", "hex", "\x00",
)  # fmt: skip
_NODES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 3, 10**6, 2**62, 2**70, 0.5, 1e308, "", "x", "body", "[]", [], {}, [[]],
    [1], [None], {"a": 1}, {"1": None}, [1, 2, 3, 4, 5, 6, 7], "{0.__class__}", "{a:>999999999}",
    "{", [["甲", {}], {}], ["甲", {"a": []}],
)  # fmt: skip


def make_project(path: Path) -> None:
    """Make a project that has something of everything, its columns freed of what SQLite would insist on."""
    project = Project.create(path, "林晓禾", lambda: datetime(2031, 5, 4, tzinfo=UTC))
    try:
        project.add_pages(
            Source(f"青渚时报-{number:02}", text.encode(), "utf-8", text, f"{number:02}.txt")
            for number, text in enumerate(_PAGES, 1)
        )
        _work_on(project)
    finally:
        project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'")
        connection.commit()
        connection.execute("VACUUM")


def _work_on(project: Project) -> None:
    place = Span(TEXT.index("船来了"), TEXT.index("船来了") + 3)
    finding = Finding(
        "odd",
        place,
        message("已经是这样了"),
        (Suggestion("舟", 0.9),),
        related=(Place(2, Span(0, 2)),),
    )
    first = project.state(1).layout.order
    other = project.state(2).layout.order
    for command in (
        TypeText(1, Edit(6, "", "字")),
        TypeText(1, Edit(7, "", "字")),
        TypeText(2, Edit(0, "青", "清"), burst=False),
        StartArticle(1, Span(40, 42)),
        SetRole(1, Span(40, 42), Role.CAPTION),
        RenameArticle(2, other[0], "<b>河堤</b>"),
        LinkArticles([((1, first[0]), (2, other[-1]))]),
        DismissFindings(1, (finding,)),
        DismissFindings(1, (finding,), everywhere=True),
        AcceptSuggestion(2, finding),
        SignOff(1),
    ):
        project.perform(command)
    project.undo()
    project.undo()
    project.redo()
    project.taught.keep_glossary(Glossary().with_entries([Entry("青渚", "名", "", True)]))
    project.taught.keep_pairs(Pairs().with_pairs([Pair("船来", "舟来", 3, 1, 0, True)]))
    project.taught.keep_options(project.taught.options)
    project.keep_setting("page", "1")
    project.findings.keep(1, project.findings.fingerprint(1), [finding])
    project.findings.keep(2, project.findings.fingerprint(2), [finding])


def spoil(path: Path, chance: Random) -> str:
    """Write over one to three things in a project file; returns what was done, for whoever must repeat it."""
    with closing(sqlite3.connect(path)) as connection:
        # What one spoiling has written is no text any more, and the next must read it.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        done = [_spoil_once(connection, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        connection.commit()
    return "; ".join(done)


def _spoil_once(connection: sqlite3.Connection, chance: Random) -> str:
    table = chance.choice(sorted(_HEAVY))
    rows = connection.execute(f"SELECT rowid, * FROM {table}").fetchall()
    if not rows:
        return f"{table} is empty"
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    chosen, column = chance.choice(rows), chance.randrange(len(columns))
    rowid, old = chosen[0], chosen[column + 1]
    kind = chance.random()
    with suppress(sqlite3.IntegrityError):
        if kind < 0.05:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
            return f"deleted {table} {rowid}"
        if kind < 0.08:
            connection.execute(
                f"UPDATE {table} SET rowid = ? WHERE rowid = ?", (chance.choice((0, -5, 99)), rowid)
            )
            return f"renumbered {table} {rowid}"
        new = _otherwise(old, chance)
        if isinstance(new, str) and chance.random() < 0.03:
            connection.execute(
                f"UPDATE {table} SET {columns[column]} = CAST(x'ff41ed' AS TEXT) WHERE rowid = ?", (rowid,)
            )
            return f"{table}.{columns[column]} {rowid} = no UTF-8"
        connection.execute(f"UPDATE {table} SET {columns[column]} = ? WHERE rowid = ?", (new, rowid))
        return f"{table}.{columns[column]} {rowid} = {new!r:.300}"
    return "nothing"


def _otherwise(old: Any, chance: Random) -> Any:
    if isinstance(old, str) and old[:1] in ("[", "{") and chance.random() < 0.8:
        with suppress(ValueError, RecursionError):
            return json.dumps(_reshaped(json.loads(old), chance), ensure_ascii=False)
    if isinstance(old, int) and chance.random() < 0.4:
        return old + chance.choice((-2, -1, 1, 2, 100))
    if isinstance(old, str) and old and chance.random() < 0.3:
        at = chance.randrange(len(old))
        return old[:at] + chance.choice(("", "x", "0", '"', "]")) + old[at + 1 :]
    return chance.choice(_ODD)


def _reshaped(data: Any, chance: Random) -> Any:
    """Return JSON of which one node, anywhere, is another one."""
    if not isinstance(data, list | dict) or not data or chance.random() < 0.15:
        return chance.choice(_NODES)
    key = chance.choice(list(data) if isinstance(data, dict) else range(len(data)))
    copy = data.copy()
    what = chance.random()
    if what < 0.12:
        del copy[key]
    elif what < 0.2 and isinstance(copy, list):
        copy.append(copy[key])
    elif what < 0.28 and isinstance(copy, dict):
        copy[chance.choice(("99", "x", "-1", str(2**70), ""))] = copy.pop(key)
    else:
        copy[key] = _reshaped(copy[key], chance)
    return copy


def touch(path: Path) -> None:
    """Open a project file and do with it what a window and the command line do.

    Whatever is known to go wrong is passed over; another error is raised, and is an error of the program.
    """
    with suppress(JiaochouError):
        project = Project.open(path)
        try:
            for act in (*_readings(project), *_changes(project)):
                with suppress(JiaochouError):
                    act()
        finally:
            project.close()


def _readings(project: Project) -> Iterator[Callable[[], object]]:
    catalogue = load_catalogue("en")
    yield project.verify
    yield project.statistics
    yield lambda: (project.taught.options, project.taught.glossary.digest, project.taught.pairs)
    yield lambda: [
        (catalogue.text(step.what), step.at.astimezone(), step.why, project.place_of_step(step.id))
        for step in project.steps(limit=50)
    ]
    yield lambda: [(page.name + page.path, page.characters + page.round) for page in project.pages()]
    yield lambda: [part.waiting(row) for part in [project.findings.listing(0, 100)] for row in part.pages]
    yield lambda: project.findings.read_traits(0, 100)
    yield lambda: project.texts.changed(0)
    for page in _numbers(project):
        yield partial(project.state, page)
        yield partial(project.view, page)
        yield partial(project.differences, page)
        yield partial(project.links.stories, page)
        yield partial(_titles, project, page)
        yield partial(_findings, project, page)
        yield partial(project.texts.of, [page])
    for form in all_exporters():
        # Word documents are made by a library, of what the other formats have gone through by then.
        if not form.NAME.startswith("docx"):
            yield partial(_exported, project, form)


def _changes(project: Project) -> Iterator[Callable[[], object]]:
    yield from (project.undo,) * 4
    yield from (project.redo,) * 2
    for page in _numbers(project):
        for command in (
            TypeText(page, Edit(0, "", "甲")),
            SetRole(page, Span(0, 9), Role.BODY),
            StartArticle(page, Span(9, 12)),
            MergeArticles(page, (1,), upwards=False),
            SignOff(page),
            Segment(page, None),
            UnlinkArticles(page, 1),
        ):
            yield partial(project.perform, command)
    yield from (project.undo,) * 6
    yield project.verify


def _numbers(project: Project) -> list[int]:
    try:
        return [record.id for record in project.pages()][:4]
    except JiaochouError:
        return [1, 2, 3]


def _titles(project: Project, page: int) -> list[str]:
    state = project.state(page)
    return [title_of(state.layout, article, state.text) for article in state.layout.order]


def _findings(project: Project, page: int) -> list[str]:
    checked = project.findings.check(page, [])
    catalogue = load_catalogue("en")
    return [catalogue.text(found.message) + found.span.of(project.state(page).text) for found in checked.open]


def _exported(project: Project, form: Exporter) -> int:
    pages = project.export_pages(needs(form))
    return sum(len(chunk) for file in form.export(pages) for chunk in file.chunks)
