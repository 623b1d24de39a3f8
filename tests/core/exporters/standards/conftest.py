"""The published schemas, unpacked and ready to validate."""

import lzma
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.document.role import Role
from core.exporters.exporter import ExportPage
from core.printed.area import Area
from core.printed.placed import PagePrint, PlacedLine
from core.text.span import Span

SCHEMAS = Path(__file__).parents[3] / "schemas"
XLINK = b"http://www.loc.gov/standards/xlink/xlink.xsd"


@pytest.fixture(scope="session")
def validated(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., etree._Element]:
    """Parses a document and holds it to a schema: alto-4-2, mets-1-12-1, page-2019-07-15."""
    folder = tmp_path_factory.mktemp("schemas")
    for packed in SCHEMAS.glob("*.xsd.xz"):
        plain = lzma.decompress(packed.read_bytes()).replace(XLINK, b"xlink.xsd")
        (folder / packed.stem.replace("xlink-2", "xlink")).write_bytes(plain)
    known: dict[str, etree.XMLSchema] = {}

    def check(document: bytes, name: str) -> etree._Element:
        if name not in known:
            known[name] = etree.XMLSchema(etree.parse(folder / f"{name}.xsd"))
        root = etree.fromstring(document)
        known[name].assertValid(root)
        return root

    return check


@pytest.fixture
def printed() -> Callable[[ExportPage], ExportPage]:
    """Gives each line of a page a place: 20 pixels high, one under the other, 10 pixels a character."""

    def place(page: ExportPage, image: str = "", **changed: object) -> ExportPage:
        lines, start = [], 0
        for number, line in enumerate(page.text.split("\n")):
            if line.strip():
                area = Area(10, 20 * number, 10 + 10 * len(line), 20 * number + 20)
                lines.append(PlacedLine(Span(start, start + len(line)), area))
            start += len(line) + 1
        return replace(page, printed=PagePrint(image, "ab" * 32, (800, 1000), tuple(lines)), **changed)

    return place


@pytest.fixture
def page(page_of_pieces: Callable[..., ExportPage], printed: Callable[..., ExportPage]) -> ExportPage:
    """A page of two articles with every role, and furniture."""
    return printed(
        page_of_pieces(
            [
                (Role.KICKER, "端午将至"),
                (Role.TITLE, "渡口“重开” & 新船"),
                (Role.SUBTITLE, "——船票两元"),
                (Role.BYLINE, "本报记者 林一舟"),
                (Role.BODY, "渡船已经"),
                (Role.BODY, "靠岸。", True),
                (Role.CAPTION, "渡口一角。"),
                (Role.CREDIT, "林一舟 摄"),
                (Role.HEADING, "船票"),
                (Role.TABLE, "成人\t两元"),
                (Role.JUMP, "（下转第4版）"),
                (Role.DATELINE, "五月八日"),
            ],
            [(Role.TITLE, "早市"), (Role.BODY, "鱼价<平稳>。")],
            furniture=("热线：2233",),
        ),
        number=3,
    )
