"""One page as ALTO 4: what is printed where, in reading order, as it was corrected."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from core.document.layout import title_of
from core.exporters.exporter import ExportPage
from core.exporters.geometry import article_id, block_id
from core.exporters.labels import labels_of
from core.exporters.regions import Region, RegionLine, regions
from core.exporters.xml import attribute, escaped, replaced_named
from core.printed.area import Area
from core.printed.placed import PagePrint

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"


def page_alto(page: ExportPage, printed: PagePrint) -> str:
    """Return `page` as an ALTO document; positions are pixels of the scan.

    Each piece is a block, tagged with its role and its article. A line that was corrected keeps its place and
    says so (`CS`). What an editor has put in where nothing was printed stands in a line without a place.
    """
    told = list(regions(page))
    width, height = printed.size
    whole = _place(Area(0, 0, width, height))
    language = labels_of(page.text).language
    blocks = "".join(_block(region, language) for region in told)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="{NAMESPACE}" SCHEMAVERSION="4.2">\n'
        f"{_description(page, printed)}{_tags(page, told)}<Layout>\n"
        f'<Page ID="page" PHYSICAL_IMG_NR="{max(page.number, 1)}" WIDTH="{width:g}" HEIGHT="{height:g}">\n'
        f"<PrintSpace{whole}>\n{blocks}</PrintSpace>\n</Page>\n</Layout>\n</alto>\n"
    )


def _description(page: ExportPage, printed: PagePrint) -> str:
    name = escaped(Path(printed.image).name)
    image = f"<sourceImageInformation><fileName>{name}</fileName></sourceImageInformation>\n" if name else ""
    said = escaped(labels_of(page.text).round(page))
    lost = replaced_named(page.text)
    gone = f"<processingStepDescription>U+FFFD: {lost}</processingStepDescription>" if lost else ""
    return (
        f"<Description>\n<MeasurementUnit>pixel</MeasurementUnit>\n{image}"
        '<Processing ID="jiaochou"><processingCategory>contentModification</processingCategory>'
        f"<processingStepDescription>{said}</processingStepDescription>{gone}"
        "<processingSoftware><softwareName>Jiaochou</softwareName>"
        f"<softwareVersion>{escaped(version('jiaochou'))}</softwareVersion></processingSoftware>"
        "</Processing>\n</Description>\n"
    )


def _tags(page: ExportPage, told: list[Region]) -> str:
    roles = dict.fromkeys(_role(region) for region in told)
    tags = [f'<RoleTag ID="role-{role}" TYPE="role" LABEL="{role}"/>\n' for role in roles]
    for article in dict.fromkeys(region.article for region in told if region.article is not None):
        title = attribute(title_of(page.layout, article, page.text))
        kind = page.layout.articles[article].kind
        key = article_id(article)
        tags.append(f'<StructureTag ID="{key}" TYPE="article" LABEL="{title}" DESCRIPTION="{kind}"/>\n')
    return f"<Tags>\n{''.join(tags)}</Tags>\n" if tags else ""


def _role(region: Region) -> str:
    return "furniture" if region.article is None else region.piece.role.value


def _block(region: Region, language: str) -> str:
    key = block_id(region.key)
    article = "" if region.article is None else f" {article_id(region.article)}"
    lines = "".join(_line(line, f"{key}-{number}") for number, line in enumerate(region.lines, 1))
    corrected = ' CS="true"' if region.is_corrected else ""
    return (
        f'<TextBlock ID="{key}" TAGREFS="role-{_role(region)}{article}"{_place(region.area)}{corrected} '
        f'LANG="{language}">\n{lines}</TextBlock>\n'
    )


def _line(line: RegionLine, key: str) -> str:
    words = "<SP/>".join(f'<String CONTENT="{attribute(word)}"/>' for word in line.text.split())
    corrected = ' CS="true"' if line.is_corrected else ""
    return f'<TextLine ID="{key}"{_place(line.area)}{corrected}>{words}</TextLine>\n'


def _place(area: Area | None) -> str:
    if area is None:
        return ""
    told = {"HPOS": area.left, "VPOS": area.top, "WIDTH": area.width, "HEIGHT": area.height}
    return "".join(f' {name}="{round(value, 2):g}"' for name, value in told.items())
