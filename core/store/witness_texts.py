"""Other texts of the same page in the project file: exact bytes, who brought them and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from core.document.page import Source
from core.errors import BadInputError, JiaochouError
from core.messages import Message, message
from core.store.rows import BYTES, TEXT, WHOLE, Row
from core.store.store import Store

WitnessId = int

_COLUMNS = "id, page_id, kind, name, path, encoding, digest, characters, actor, at"
_KINDS = (WHOLE, WHOLE, TEXT, TEXT, TEXT, TEXT, TEXT, WHOLE, TEXT, TEXT)


class WitnessKind(StrEnum):
    """Where another text of a page comes from."""

    ENGINE = "engine"
    """Another reading of the same scan."""
    IMPORT = "import"
    """The page was imported again with this text, or had it before it was."""
    EDITOR = "editor"
    """Another editor made it of the page in a copy of the project."""


@dataclass(frozen=True, slots=True)
class WitnessRecord:
    """What is known of a witness of a page without reading its text; `characters` are code points."""

    id: WitnessId
    page: int
    kind: WitnessKind
    name: str
    path: str
    encoding: str
    digest: str
    characters: int
    actor: str
    at: datetime


@dataclass(frozen=True)
class WitnessTexts:
    """The table of witnesses. Rows are added and taken away, and never changed."""

    store: Store

    def add(
        self, brought: Iterable[tuple[int, Source]], kind: WitnessKind, actor: str, at: datetime
    ) -> list[WitnessRecord]:
        """Keep texts of pages, all or none; returns how they are known. One that a page has already stays."""
        pairs = [(page, source, source.digest) for page, source in brought]
        with self.store.transaction(durable=True) as connection:
            connection.executemany(
                "INSERT INTO witness (page_id, kind, name, path, encoding, digest, raw, characters, actor,"
                " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [
                    (
                        page,
                        kind.value,
                        source.name,
                        source.path,
                        source.encoding,
                        digest,
                        source.raw,
                        len(source.text),
                        actor,
                        at.isoformat(timespec="seconds"),
                    )
                    for page, source, digest in pairs
                ],
            )
        pages = {page for page, *_ in pairs}
        known = {(page, record.digest): record for page in pages for record in self.of(page)}
        return [known[page, digest] for page, _, digest in pairs]

    def remove(self, witness: WitnessId) -> None:
        """Let go of a text that belongs to another page, or to none."""
        with self.store.transaction(durable=True) as connection:
            connection.execute("DELETE FROM witness WHERE id = ?", (witness,))

    def of(self, page: int) -> list[WitnessRecord]:
        """List the witnesses of a page, oldest first."""
        query = f"SELECT {_COLUMNS} FROM witness WHERE page_id = ? ORDER BY id"
        return [self._record(row) for row in self.store.read(query, [page], _KINDS)]

    def record(self, witness: WitnessId) -> WitnessRecord:
        """Return one witness. Raises KeyError where there is none of that number."""
        rows = self.store.read(f"SELECT {_COLUMNS} FROM witness WHERE id = ?", [witness], _KINDS)
        if not rows:
            raise KeyError(witness)
        return self._record(rows[0])

    def raw(self, witness: WitnessId) -> bytes:
        """Return the bytes of a witness. Raises KeyError where there is none of that number."""
        rows = self.store.read("SELECT raw FROM witness WHERE id = ?", [witness], (BYTES,))
        if not rows:
            raise KeyError(witness)
        found: bytes = rows[0][0]
        return found

    def counts(self) -> dict[int, int]:
        """Return how many witnesses pages have, of those that have some."""
        return dict(
            self.store.read("SELECT page_id, count(*) FROM witness GROUP BY page_id", (), (WHOLE, WHOLE))
        )

    def problems(self) -> list[Message]:
        """List the witnesses whose bytes are no more those that were brought, or whose record is damaged."""
        found = []
        for (number,) in self.store.read("SELECT id FROM witness ORDER BY id", (), (WHOLE,)):
            try:
                record, raw = self.record(number), self.raw(number)
                if sha256(raw).hexdigest() != record.digest:
                    page = self.store.page(record.page).name
                    found.append(
                        message("{page}：另一文本“{name}”的原始字节已被改动", page=page, name=record.name)
                    )
            except JiaochouError as error:
                found.append(error.spoken)
        return found

    def _record(self, row: Row) -> WitnessRecord:
        number, page, kind, name, path, encoding, digest, characters, actor, at = row
        try:
            from_where, when = WitnessKind(kind), datetime.fromisoformat(at)
        except ValueError as error:
            cause = message("另一文本的记录已损坏，请用 jiaochou verify 检查")
            raise BadInputError(self.store.path, cause) from error
        return WitnessRecord(number, page, from_where, name, path, encoding, digest, characters, actor, when)
