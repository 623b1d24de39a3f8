"""The scan in a web page: a picture on which each article is a link to its text, and lights up with it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from core.exporters.exporter import ExportPage
from core.exporters.labels import Labels
from core.exporters.reading import Story
from core.exporters.regions import regions
from core.exporters.xml import attribute, escaped
from core.messages import message
from core.printed.area import Area


def scan_view(page: ExportPage, image: str, told: Sequence[Story], first: int, labels: Labels) -> str:
    """Return the element that shows the copy of the scan at `image`; "" where there is none.

    The articles in `told` have the anchors a1, a2 and so on, beginning with number `first`.
    """
    if not image or page.printed is None:
        return ""
    url = attribute(quote(image))
    words = attribute(labels.text(message("扫描图")))
    width, height = page.printed.size
    if not width or not height:
        return f'<aside class="scan"><a href="{url}"><img src="{url}" alt="{words}"/></a></aside>\n'
    links = "".join(_links(page, told, first))
    style = _lighting(range(first, first + len(told)))
    return (
        f'<aside class="scan"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'role="img" aria-label="{words}">\n<style>{style}</style>\n'
        f'<image href="{url}" width="{width:g}" height="{height:g}"/>\n'
        f"{links}</svg></aside>\n"
    )


def _lighting(numbers: range) -> str:
    """Return the style by which the article that is pointed at lights up on the scan."""
    return "".join(
        f"body:has(#a{number}:is(:hover, :target)) .scan .a{number} {{ fill: var(--lit); }}\n"
        for number in numbers
    )


def _links(page: ExportPage, told: Sequence[Story], first: int) -> list[str]:
    areas: dict[int | None, list[Area]] = {}
    for region in regions(page):
        if region.area is not None:
            areas.setdefault(region.article, []).append(region.area)
    links = []
    for number, story in enumerate(told, first):
        parts = "".join(_part(area) for area in areas.get(story.article, []))
        if parts:
            title = f"<title>{escaped(story.name)}</title>" if story.name else ""
            links.append(f'<a href="#a{number}"><g class="a{number}">{title}{parts}</g></a>\n')
    return links


def _part(area: Area) -> str:
    told = {"x": area.left, "y": area.top, "width": area.width, "height": area.height}
    corners = "".join(f' {name}="{round(value, 2):g}"' for name, value in told.items())
    return f"<rect{corners}/>"
