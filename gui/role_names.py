"""What roles and kinds of articles are called on screen, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.document.role import ArticleKind, Role

_NAMES = {
    Role.KICKER: QT_TRANSLATE_NOOP("RoleName", "引题"),
    Role.TITLE: QT_TRANSLATE_NOOP("RoleName", "主题"),
    Role.SUBTITLE: QT_TRANSLATE_NOOP("RoleName", "副题"),
    Role.BYLINE: QT_TRANSLATE_NOOP("RoleName", "署名"),
    Role.DATELINE: QT_TRANSLATE_NOOP("RoleName", "电头"),
    Role.HEADING: QT_TRANSLATE_NOOP("RoleName", "小标题"),
    Role.BODY: QT_TRANSLATE_NOOP("RoleName", "正文"),
    Role.CAPTION: QT_TRANSLATE_NOOP("RoleName", "图片说明"),
    Role.CREDIT: QT_TRANSLATE_NOOP("RoleName", "摄影"),
    Role.JUMP: QT_TRANSLATE_NOOP("RoleName", "转版"),
    Role.TABLE: QT_TRANSLATE_NOOP("RoleName", "表"),
    Role.OTHER: QT_TRANSLATE_NOOP("RoleName", "其他"),
}

_SIGNS = {
    Role.KICKER: QT_TRANSLATE_NOOP("RoleSign", "引"),
    Role.TITLE: QT_TRANSLATE_NOOP("RoleSign", "题"),
    Role.SUBTITLE: QT_TRANSLATE_NOOP("RoleSign", "副"),
    Role.BYLINE: QT_TRANSLATE_NOOP("RoleSign", "署"),
    Role.DATELINE: QT_TRANSLATE_NOOP("RoleSign", "电"),
    Role.HEADING: QT_TRANSLATE_NOOP("RoleSign", "标"),
    Role.BODY: QT_TRANSLATE_NOOP("RoleSign", "文"),
    Role.CAPTION: QT_TRANSLATE_NOOP("RoleSign", "图"),
    Role.CREDIT: QT_TRANSLATE_NOOP("RoleSign", "影"),
    Role.JUMP: QT_TRANSLATE_NOOP("RoleSign", "转"),
    Role.TABLE: QT_TRANSLATE_NOOP("RoleSign", "表"),
    Role.OTHER: QT_TRANSLATE_NOOP("RoleSign", "其"),
}

_KINDS = {
    ArticleKind.NEWS: QT_TRANSLATE_NOOP("ArticleKind", "新闻"),
    ArticleKind.DOCUMENT: QT_TRANSLATE_NOOP("ArticleKind", "文件"),
    ArticleKind.COMMENTARY: QT_TRANSLATE_NOOP("ArticleKind", "评论"),
    ArticleKind.PHOTO: QT_TRANSLATE_NOOP("ArticleKind", "图片"),
    ArticleKind.NOTICE: QT_TRANSLATE_NOOP("ArticleKind", "启事"),
    ArticleKind.SPEECH: QT_TRANSLATE_NOOP("ArticleKind", "讲话"),
    ArticleKind.TABLE_OF_CONTENTS: QT_TRANSLATE_NOOP("ArticleKind", "目录"),
    ArticleKind.OTHER: QT_TRANSLATE_NOOP("ArticleKind", "其他"),
}


def role_name(role: Role) -> str:
    """Return the full name of `role`."""
    return QCoreApplication.translate("RoleName", str(_NAMES[role]))


def role_sign(role: Role) -> str:
    """Return the sign of `role` for the gutter: one character in Chinese, one or two letters elsewhere."""
    return QCoreApplication.translate("RoleSign", str(_SIGNS[role]))


def kind_name(kind: ArticleKind) -> str:
    """Return the name of a sort of article."""
    return QCoreApplication.translate("ArticleKind", str(_KINDS[kind]))
