"""The scan in a TEI document: a surface, a zone for each piece and each printed line, pointers to them."""

from __future__ import annotations

from urllib.parse import quote

from core.exporters.exporter import ExportPage
from core.exporters.marking import Place
from core.exporters.reading import Paragraph
from core.exporters.regions import regions
from core.exporters.xml import attribute
from core.printed.area import Area


class Facsimile:
    """The scan of one page as far as it is known; `image` is where its copy lies, "" where there is none."""

    def __init__(self, page: ExportPage, image: str) -> None:
        self._page = page
        self._image = image
        self._told = list(regions(page)) if page.printed is not None and page.printed.lines else []
        self._pieces = {region.key for region in self._told if region.area is not None}
        self._lines = [
            (line.span, f"zone-{region.key}-{number}")
            for region in self._told
            for number, line in enumerate(region.lines, 1)
            if line.area is not None
        ]

    def xml(self) -> str:
        """Return the `facsimile` element; "" where neither an image nor a place is known."""
        if not self._image and not self._pieces:
            return ""
        size = self._page.printed.size if self._page.printed is not None else (0, 0)
        corners = f' ulx="0" uly="0" lrx="{size[0]:g}" lry="{size[1]:g}"' if all(size) else ""
        image = f'<graphic url="{attribute(quote(self._image))}"/>\n' if self._image else ""
        zones = "".join(self._zones())
        return f'<facsimile>\n<surface xml:id="surface"{corners}>\n{image}{zones}</surface>\n</facsimile>\n'

    def page_break(self) -> str:
        """Return what the text of the page begins with."""
        return '<pb facs="#surface"/>\n' if self._image or self._pieces else ""

    def of_paragraph(self, paragraph: Paragraph) -> str:
        """Return the attribute that says which zones `paragraph` stands in, "" where that is not known."""
        zones = dict.fromkeys(
            f"#zone-{piece}"
            for source in paragraph.sources
            if source.leaf.text is self._page.text
            for piece in sorted(self._page.layout.spans.overlapping(source.span))
            if piece in self._pieces
        )
        return f' facs="{" ".join(zones)}"' if zones else ""

    def of_line(self, place: Place | None) -> str:
        """Return the attribute that says in which zone the line that begins at `place` stands, or ""."""
        if place is None or place.leaf.text is not self._page.text:
            return ""
        held = (key for span, key in self._lines if span.start <= place.position < span.end)
        return "".join(f' facs="#{key}"' for key in list(held)[:1])

    def _zones(self) -> list[str]:
        made = []
        for region in self._told:
            if region.area is None:
                continue
            lines = "".join(
                f'<zone xml:id="zone-{region.key}-{number}" type="line"{_corners(line.area)}/>\n'
                for number, line in enumerate(region.lines, 1)
                if line.area is not None
            )
            kind = "furniture" if region.article is None else region.piece.role.value
            made.append(
                f'<zone xml:id="zone-{region.key}" type="{kind}"{_corners(region.area)}>\n{lines}</zone>\n'
            )
        return made


def _corners(area: Area) -> str:
    told = {"ulx": area.left, "uly": area.top, "lrx": area.right, "lry": area.bottom}
    return "".join(f' {name}="{round(value, 2):g}"' for name, value in told.items())
