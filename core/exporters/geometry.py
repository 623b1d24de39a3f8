"""What ALTO, PAGE-XML and METS have in common: identities of blocks, and what they refuse."""

from __future__ import annotations

from core.document.layout import ArticleId, PieceId
from core.errors import refused
from core.exporters.exporter import ExportPage
from core.messages import Message
from core.printed.placed import PagePrint


def print_of(page: ExportPage, title: Message) -> PagePrint:
    """Return where the lines of `page` stand; raises RefusedError where nothing says so."""
    if page.printed is None or not page.printed.lines:
        raise refused(
            "“{page}”没有行的位置，导不出 {format}：扫描图旁边要有分块数据，"
            "或者文字要从 ALTO、PAGE-XML、hOCR 导入",
            page=page.name,
            format=title,
        )
    return page.printed


def block_id(piece: PieceId) -> str:
    """Return how a piece is called in XML."""
    return f"block-{piece}"


def article_id(article: ArticleId) -> str:
    """Return how an article is called in XML."""
    return f"article-{article}"
