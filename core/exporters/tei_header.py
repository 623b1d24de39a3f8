"""The header of a TEI document: what the page is, where it came from, who changed what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import version

from core.exporters.exporter import Correction, ExportPage
from core.exporters.labels import ROUNDS, Labels
from core.exporters.xml import attribute, escaped, replaced
from core.messages import Message

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


_PARALLEL = '<variantEncoding method="parallel-segmentation" location="internal"/>\n'


class Header:
    """The header of one page's document, and the identities that its text points to."""

    def __init__(self, page: ExportPage, labels: Labels) -> None:
        self._page = page
        self._labels = labels
        everybody = self._everything()
        self._editors = {who: f"editor-{number}" for number, who in enumerate(_once(everybody), 1)}
        self._witnesses = _witness_identities(page)
        self._changes = {id(made): f"change-{number}" for number, made in enumerate(everybody, 1)}

    def editor(self, made: Correction) -> str:
        """Return the identity of who made a correction."""
        return self._editors[made.who]

    def change(self, made: Correction) -> str:
        """Return the identity of the entry of a correction in the record of changes."""
        return self._changes[id(made)]

    @property
    def page_name(self) -> str:
        """The name of the page, by which the apparatus calls it as a witness."""
        return self._page.name

    def witnesses(self, names: Iterable[str]) -> str:
        """Return pointers to the witnesses of these names."""
        return " ".join(f"#{self._witnesses[name]}" for name in dict.fromkeys(names))

    def said(self, spoken: Message) -> str:
        """Return a sentence in the script of the document."""
        return self._labels.text(spoken)

    @cached_property
    def certainty(self) -> str:
        """How sure a correction is (`cert`): high where a round of proofreading has been signed off."""
        return "high" if self._page.round else "medium"

    def xml(self) -> str:
        """Return the element."""
        page = self._page
        title = escaped(page.name) or "-"
        return (
            f"<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>{title}</title>\n{self._people()}</titleStmt>\n"
            "<publicationStmt><p>Exported by Jiaochou.</p></publicationStmt>\n"
            f"<sourceDesc><bibl><title>{title}</title>{self._origin()}</bibl>{self._witness_list()}"
            f"</sourceDesc>\n</fileDesc>\n<encodingDesc>\n{self._editorial()}"
            f'{_PARALLEL if self._witnesses else ""}<appInfo><application ident="jiaochou" '
            f'version="{attribute(version("jiaochou"))}"><label>Jiaochou</label></application></appInfo>\n'
            f'</encodingDesc>\n<profileDesc><langUsage><language ident="{self._labels.language}">'
            f"{self._labels.language}</language></langUsage></profileDesc>\n{self._revisions()}</teiHeader>\n"
        )

    def _everything(self) -> list[Correction]:
        rest = (part for parts in self._page.continuations.values() for part in parts)
        return [*self._page.corrections, *(made for part in rest for made in part.corrections)]

    def _people(self) -> str:
        return "".join(
            f'<respStmt xml:id="{identity}"><resp>proofreading</resp><name>{escaped(who)}</name></respStmt>\n'
            for who, identity in self._editors.items()
        )

    def _witness_list(self) -> str:
        """List the pages that the apparatus names, this one first; "" where there is no apparatus."""
        items = "".join(
            f'<witness xml:id="{identity}">{escaped(name) or "-"}</witness>'
            for name, identity in self._witnesses.items()
        )
        return f"<listWit>{items}</listWit>" if items else ""

    def _origin(self) -> str:
        page = self._page
        digest = f'<idno type="sha256">{escaped(page.digest)}</idno>' if page.digest else ""
        return f'{digest}<note type="encoding">{escaped(page.encoding)}</note>'

    def _editorial(self) -> str:
        texts = [self._page.text, *(made.wrong for made in self._everything())]
        lost = replaced("".join(texts))
        names = ", ".join(f"{name} ({count})" for name, count in lost.items())
        gone = f"<p>Characters that XML cannot hold were replaced by U+FFFD: {names}.</p>" if lost else ""
        return (
            f'<editorialDecl><correction status="{self.certainty}" method="markup">'
            "<p>Readings of the source stand in sic, corrections in corr. Paragraphs torn by the ends of "
            f"columns and pages are joined.</p>{gone}</correction></editorialDecl>\n"
        )

    def _revisions(self) -> str:
        labels, last = self._labels, len(ROUNDS) - 1
        entries = [
            f'<change n="{number}">{escaped(labels.text(ROUNDS[min(number, last)]))}</change>\n'
            for number in range(1, self._page.round + 1)
        ]
        entries += [self._entry(made) for made in self._everything()]
        return f"<revisionDesc>\n{''.join(entries)}</revisionDesc>\n" if entries else ""

    def _entry(self, made: Correction) -> str:
        when = f' when="{made.when}"' if _MOMENT.fullmatch(made.when) else ""
        identity = self._changes[id(made)]
        who = self._editors[made.who]
        return f'<change xml:id="{identity}" who="#{who}"{when}>{escaped(made.why)}</change>\n'


def _witness_identities(page: ExportPage) -> dict[str, str]:
    """Return an identity for each page that the apparatus names; none where there is no apparatus."""
    rest = (part for parts in page.continuations.values() for part in parts)
    notes = [*page.apparatus, *(note for part in rest for note in part.apparatus)]
    names = [page.name, *(name for note in notes for name in note.names)] if notes else []
    return {name: f"witness-{number}" for number, name in enumerate(dict.fromkeys(names), 1)}


def _once(everybody: list[Correction]) -> list[str]:
    return list(dict.fromkeys(made.who for made in everybody))
