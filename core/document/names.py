"""What roles and kinds are called, in the field's own terms."""

from __future__ import annotations

from core.document.role import ArticleKind, Role
from core.messages import Message, message


def role_name(role: Role) -> Message:
    """Return the name of a role."""
    names = {
        Role.KICKER: message("引题"),
        Role.TITLE: message("主题"),
        Role.SUBTITLE: message("副题"),
        Role.BYLINE: message("署名"),
        Role.DATELINE: message("电头"),
        Role.HEADING: message("小标题"),
        Role.BODY: message("正文"),
        Role.CAPTION: message("图片说明"),
        Role.CREDIT: message("摄影"),
        Role.JUMP: message("转版"),
        Role.TABLE: message("表"),
        Role.OTHER: message("其他"),
    }
    return names[role]


def kind_name(kind: ArticleKind) -> Message:
    """Return the name of a kind of article."""
    names = {
        ArticleKind.NEWS: message("消息"),
        ArticleKind.DOCUMENT: message("文件"),
        ArticleKind.COMMENTARY: message("评论"),
        ArticleKind.PHOTO: message("图片"),
        ArticleKind.NOTICE: message("公告"),
        ArticleKind.SPEECH: message("讲话"),
        ArticleKind.TABLE_OF_CONTENTS: message("目录"),
        ArticleKind.OTHER: message("其他"),
    }
    return names[kind]
