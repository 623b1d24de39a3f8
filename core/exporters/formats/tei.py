"""TEI P5: one file a page, for archives and research.

The text of the articles is the one that readers get. Beside it stand, in elements of their own, what a
printed page has besides: line ends (`lb`), jumps (`note type="jump"`), furniture (`fw`); what stood there
before it was corrected (`sic`), and what is still suspect (`note type="suspect"`). Where the page has a scan
a copy of it goes along, and `facsimile` says where on it pieces and lines stand, as far as that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.document.finding import Finding
from core.document.layout import ArticleId
from core.document.role import Role
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.facsimile import Facsimile
from core.exporters.labels import Labels, labels_of
from core.exporters.reading import Story, stories, unbroken
from core.exporters.scans import ScanCopies
from core.exporters.tei_body import Division
from core.exporters.tei_header import Header
from core.exporters.xml import attribute, escaped
from core.messages import message

NAME = "tei"
TITLE = message("TEI P5（XML，供典藏和研究）")
SUFFIX = ".xml"
NEEDS = frozenset({Need.CORRECTIONS, Need.SUSPECTS, Need.PRINT})
APPARATUS = True
BY_ARTICLE = True

SURE, LIKELY = 0.8, 0.5
"""From which confidence on a suspect is of high or medium certainty in TEI's words (`cert`)."""


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a TEI document (XML 1.0, UTF-8) for each page, and copies of the scans."""
    copies = ScanCopies()
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (page_tei(page, copies.path(page)).encode(),))
        yield from copies.files(page)


def page_tei(page: ExportPage, image: str = "") -> str:
    """Return `page` as a TEI document; `image` is where the copy of its scan lies, "" where it has none."""
    facsimile = Facsimile(page, image)
    labels = labels_of(page.text)
    header = Header(page, labels)
    suspects = _suspects(page, labels)
    divisions = "\n".join(
        _article(page, story, Division(header, facsimile), suspects) for story in stories(page)
    )
    remaining = "".join(suspects.values())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{labels.language}">\n{header.xml()}'
        f"{facsimile.xml()}<text>\n<body>\n{facsimile.page_break()}{divisions or '<p/>'}\n"
        f"{_furniture(page)}{remaining}</body>\n</text>\n</TEI>\n"
    )


def _article(
    page: ExportPage, story: Story, division: Division, suspects: dict[ArticleId | None, str]
) -> str:
    """Return the division of `story`; takes what is suspect in it out of `suspects`."""
    article = page.layout.articles[story.article]
    jumps = "".join(
        f'<note type="jump"><ref>{escaped(unbroken(page.layout.spans[key].of(page.text)))}</ref></note>\n'
        for key in article.pieces
        if page.layout.pieces[key].role is Role.JUMP
    )
    return (
        f'<div type="article" subtype="{article.kind}" xml:id="article-{story.article}">\n'
        f"{division.write(story)}\n{jumps}{suspects.pop(story.article, '')}</div>"
    )


def _suspects(page: ExportPage, labels: Labels) -> dict[ArticleId | None, str]:
    """Return what is still suspect in each article, and under None what is so of the rest of the page."""
    owners = page.layout.owners()
    notes: dict[ArticleId | None, str] = {}
    for suspect in page.suspects or ():
        if suspect.is_dismissed:
            continue
        finding = suspect.finding
        held = () if finding.page_level else page.layout.spans.overlapping(finding.span)
        owner = next((owners[piece] for piece in held if piece in owners), None)
        notes[owner] = notes.get(owner, "") + _suspect(page, finding, labels)
    return notes


def _suspect(page: ExportPage, finding: Finding, labels: Labels) -> str:
    certainty = "high" if finding.confidence >= SURE else "medium" if finding.confidence >= LIKELY else "low"
    quoted = "" if finding.page_level else f"<q>{escaped(unbroken(finding.span.of(page.text)))}</q>"
    instead = "".join(f"<corr>{escaped(one.text)}</corr>" for one in finding.suggestions)
    said = escaped(labels.text(finding.message))
    kind = f'type="suspect" subtype="{attribute(finding.rule)}" cert="{certainty}"'
    return f"<note {kind}>{quoted}{said}{instead}</note>\n"


def _furniture(page: ExportPage) -> str:
    texts = (unbroken(page.layout.spans[key].of(page.text)) for key in page.layout.furniture)
    return "".join(f'<fw type="furniture">{escaped(text)}</fw>\n' for text in texts if text)
