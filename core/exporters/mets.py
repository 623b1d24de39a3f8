"""METS: which files belong to which page, and which blocks of which pages are an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from mimetypes import guess_type
from urllib.parse import quote

from core.document.layout import ArticleId, Layout, PieceId, title_of
from core.document.role import Role
from core.exporters.exporter import ExportPage
from core.exporters.geometry import block_id
from core.exporters.xml import attribute, escaped

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<mets xmlns="http://www.loc.gov/METS/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
Held = tuple[int, str, Layout, ArticleId]
"""A page's number, its text and layout, and an article of it: a half of a story."""


@dataclass
class Mets:
    """The document while pages are added, in their order; `names` are those of the first and the last."""

    names: list[str] = field(default_factory=list)
    _editors: dict[str, None] = field(default_factory=dict)
    _titles: list[str] = field(default_factory=list)
    _images: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _physical: list[str] = field(default_factory=list)
    _logical: list[str] = field(default_factory=list)

    def add(self, page: ExportPage, path: str, content: bytes, scan: str) -> None:
        """Add a page whose ALTO `content` lies at `path` and whose image at `scan` ("": it has none)."""
        number = page.number
        self.names = [*self.names[:1], page.name]
        self._editors.update(dict.fromkeys(made.who for made in page.corrections if made.who))
        files = f'<fptr FILEID="alto-{number}"/>'
        digest = f' CHECKSUMTYPE="SHA-256" CHECKSUM="{sha256(content).hexdigest()}"'
        self._texts.append(_file(f"alto-{number}", path, "text/xml", digest))
        if scan:
            kind = guess_type(scan)[0] or "application/octet-stream"
            known = page.printed.sha256 if page.printed is not None else ""
            digest = f' CHECKSUMTYPE="SHA-256" CHECKSUM="{attribute(known)}"' if known else ""
            self._images.append(_file(f"image-{number}", scan, kind, digest))
            files = f'<fptr FILEID="image-{number}"/>{files}'
        order = len(self._physical) + 1
        told = f'ID="page-{number}" ORDER="{order}" LABEL="{attribute(page.name)}"'
        self._physical.append(f'<div TYPE="PAGE" {told}>{files}</div>\n')
        self._logical.extend(self._article(page, key) for key in page.layout.order if _is_told(page, key))

    def xml(self) -> Iterator[str]:
        """Yield the document, part by part."""
        label = attribute(" – ".join(dict.fromkeys(self.names)))
        yield f'{_HEAD} TYPE="Newspaper" LABEL="{label}">\n<metsHdr>\n{self._agents()}</metsHdr>\n'
        yield from self._titles
        yield "<fileSec>\n"
        for use, files in (("images", self._images), ("fulltext", self._texts)):
            if files:
                yield f'<fileGrp USE="{use}">\n'
                yield from files
                yield "</fileGrp>\n"
        yield '</fileSec>\n<structMap TYPE="PHYSICAL">\n<div TYPE="Newspaper">\n'
        yield from self._physical
        yield '</div>\n</structMap>\n<structMap TYPE="LOGICAL">\n<div TYPE="Newspaper">\n'
        yield from self._logical
        yield "</div>\n</structMap>\n</mets>\n"

    def _agents(self) -> str:
        software = f"Jiaochou {version('jiaochou')}"
        editors = "".join(
            f'<agent ROLE="EDITOR" TYPE="INDIVIDUAL"><name>{escaped(who)}</name></agent>\n'
            for who in self._editors
        )
        return (
            '<agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">'
            f"<name>{escaped(software)}</name></agent>\n{editors}"
        )

    def _article(self, page: ExportPage, key: ArticleId) -> str:
        title = title_of(page.layout, key, page.text)
        number = len(self._titles) + 1
        self._titles.append(
            f'<dmdSec ID="article-title-{number}"><mdWrap MDTYPE="DC"><xmlData>'
            f"<dc:title>{escaped(title)}</dc:title></xmlData></mdWrap></dmdSec>\n"
        )
        kind = page.layout.articles[key].kind
        parts = "".join(part for half in _halves(page, key) for part in _parts(half))
        return (
            f'<div TYPE="ARTICLE" ORDER="{number}" LABEL="{attribute(title)}" ORDERLABEL="{kind}" '
            f'DMDID="article-title-{number}">\n{parts}</div>\n'
        )


def _is_told(page: ExportPage, key: ArticleId) -> bool:
    return key not in page.told_elsewhere and any(True for half in _halves(page, key) for _ in _parts(half))


def _halves(page: ExportPage, key: ArticleId) -> Iterator[Held]:
    """Yield the halves of a story on all pages it goes over."""
    held = page.number, page.text, page.layout, key
    yield held
    for rest in page.continuations.get(key, ()):
        link = held[2].articles[held[3]].linked_to
        held = link.page if link else page.number, rest.text, rest.layout, rest.article
        yield held


def _parts(half: Held) -> Iterator[str]:
    """Yield the parts of an article on one page: a paragraph torn into several pieces is one."""
    number, text, layout, key = half
    part: list[PieceId] = []
    role: Role | None = None
    for piece in layout.articles[key].pieces:
        if not layout.spans[piece].of(text).strip():
            continue
        known = layout.pieces[piece]
        if part and role is not None and not (known.joins_previous and known.role is role):
            yield _part(number, role, part)
            part = []
        part.append(piece)
        role = known.role
    if part and role is not None:
        yield _part(number, role, part)


def _part(number: int, role: Role, pieces: list[PieceId]) -> str:
    areas = "".join(
        f'<area FILEID="alto-{number}" BETYPE="IDREF" BEGIN="{block_id(piece)}"/>' for piece in pieces
    )
    inside = areas if len(pieces) == 1 else f"<seq>{areas}</seq>"
    return f'<div TYPE="{role.value.upper()}"><fptr>{inside}</fptr></div>\n'


def _file(key: str, path: str, kind: str, digest: str) -> str:
    return (
        f'<file ID="{key}" MIMETYPE="{kind}"{digest}>'
        f'<FLocat LOCTYPE="URL" xlink:href="{attribute(quote(path))}"/></file>\n'
    )
