"""The tables of a project file and how older files are brought up to date.

A migration, once released, is never edited: add a new one behind it. `LATEST_VERSION` in project_file.py is
kept in SQLite's `user_version`, so that opening an up-to-date file needs no look at the list of migrations.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("jiaochou")


_FIRST_TABLES = """
CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    encoding TEXT NOT NULL,
    digest TEXT NOT NULL,
    raw BLOB NOT NULL,
    characters INTEGER NOT NULL,
    round INTEGER NOT NULL DEFAULT 0,
    touched INTEGER NOT NULL DEFAULT 0,
    open_findings INTEGER,
    scan_path TEXT,
    scan_digest TEXT
);
CREATE UNIQUE INDEX page_digest ON page (digest, path);

CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    undoable INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    undo_head INTEGER REFERENCES step (id),
    redo_head INTEGER REFERENCES step (id),
    below INTEGER REFERENCES step (id),
    target INTEGER REFERENCES step (id)
);

CREATE TABLE change (
    step_id INTEGER NOT NULL REFERENCES step (id),
    page_id INTEGER NOT NULL,
    forward TEXT NOT NULL,
    backward TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (step_id, page_id)
);
CREATE INDEX change_page ON change (page_id, step_id);

CREATE TABLE snapshot (
    page_id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES step (id),
    state TEXT NOT NULL
);

CREATE TABLE analysis (
    page_id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    findings TEXT NOT NULL
);

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


@migrations()
def first_tables(database: Database) -> None:
    """Pages with their exact bytes, the log of steps, what each did to which page, snapshots, settings."""
    database.executescript(_FIRST_TABLES)


_WHAT_PAGES_TELL = """
CREATE TABLE trait (
    page_id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    imprint BLOB NOT NULL,
    script TEXT
);

ALTER TABLE analysis ADD COLUMN alone INTEGER NOT NULL DEFAULT 1;
"""


@migrations()
def what_pages_tell(database: Database) -> None:
    """Keep what each page tells the others, and whether findings were made without the others."""
    database.executescript(_WHAT_PAGES_TELL)


_LISTS_OF_FINDINGS = """
ALTER TABLE analysis ADD COLUMN made_of TEXT NOT NULL DEFAULT '';
ALTER TABLE analysis ADD COLUMN told TEXT NOT NULL DEFAULT '';
ALTER TABLE analysis ADD COLUMN listed TEXT NOT NULL DEFAULT '[]';
"""


@migrations()
def lists_of_findings(database: Database) -> None:
    """Keep how the findings of a page are listed, which text they are of, and by what they were made."""
    database.executescript(_LISTS_OF_FINDINGS)


_TERMS = """
ALTER TABLE trait ADD COLUMN terms TEXT NOT NULL DEFAULT '';
ALTER TABLE analysis ADD COLUMN near_slips TEXT NOT NULL DEFAULT '';
"""


@migrations()
def terms(database: Database) -> None:
    """Keep the terms of each page, and in view of which terms of the others its findings were made."""
    database.executescript(_TERMS)


_WITNESSES = """
CREATE TABLE IF NOT EXISTS witness (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES page (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    encoding TEXT NOT NULL,
    digest TEXT NOT NULL,
    raw BLOB NOT NULL,
    characters INTEGER NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (page_id, digest)
);
"""


@migrations()
def witnesses(database: Database) -> None:
    """Keep other texts of the same page with their exact bytes: another engine's, another editor's."""
    database.executescript(_WITNESSES)


_FOUND_ARTICLES = """
CREATE TABLE IF NOT EXISTS found_articles (
    page_id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    made_of TEXT NOT NULL,
    articles TEXT NOT NULL
);
"""


@migrations()
def found_articles(database: Database) -> None:
    """Keep the articles that were found on pages nobody has changed, and which text they are of."""
    database.executescript(_FOUND_ARTICLES)


_REMOVED_PAGES = """
ALTER TABLE page ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
DROP INDEX page_digest;
CREATE INDEX page_digest ON page (digest, path);
CREATE INDEX page_removed ON page (position) WHERE removed;
"""


@migrations()
def removed_pages(database: Database) -> None:
    """Say which pages are removed; their files can be imported again, so a page may be there twice."""
    database.executescript(_REMOVED_PAGES)
