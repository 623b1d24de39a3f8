"""The field's own names for the parts of a newspaper page."""

from __future__ import annotations

from enum import StrEnum

from core.text.script import Script

__all__ = ["BESIDE_THE_TEXT", "HEADLINE_ROLES", "ArticleKind", "Role", "Script"]


class Role(StrEnum):
    """What a piece of an article is (Chinese names: 报纸标题与稿件结构 as editors use them)."""

    KICKER = "kicker"
    """引题, 肩题: the line above the title."""
    TITLE = "title"
    """主题: the title itself."""
    SUBTITLE = "subtitle"
    """副题: the line below the title, often opened with ——."""
    BYLINE = "byline"
    """署名: who wrote it."""
    DATELINE = "dateline"
    """电头: where and when a story was sent, alone on its line."""
    HEADING = "heading"
    """小标题: a heading inside an article."""
    BODY = "body"
    """正文."""
    CAPTION = "caption"
    """图片说明."""
    CREDIT = "credit"
    """摄影署名: who took the picture."""
    JUMP = "jump"
    """转版: 下转第4版, 上接第一版."""
    TABLE = "table"
    """表."""
    OTHER = "other"


HEADLINE_ROLES = frozenset({Role.KICKER, Role.TITLE, Role.SUBTITLE})

BESIDE_THE_TEXT = frozenset({Role.CAPTION, Role.CREDIT, Role.TABLE})
"""What may stand between the two halves of a torn paragraph without parting them."""


class ArticleKind(StrEnum):
    """What sort of article it is."""

    NEWS = "news"
    DOCUMENT = "document"
    COMMENTARY = "commentary"
    PHOTO = "photo"
    NOTICE = "notice"
    SPEECH = "speech"
    TABLE_OF_CONTENTS = "toc"
    OTHER = "other"
