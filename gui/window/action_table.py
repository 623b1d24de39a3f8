"""Every action of the window in one table: its name, text, keys, icon and menu.

The menus, the command palette and the list of keys are made from it; nothing else defines a shortcut.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.document.role import Role

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `text` is in the language of the window; `keys` are portable key sequences.

    `menu` names the menu it stands in, "" for none. `section` parts a menu: a line is drawn where it changes.
    `needs_page`: it is off while no page is shown. `short` is its word on the toolbar, "" for `text`.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    section: int = 0
    needs_page: bool = True
    checkable: bool = False
    short: str = ""


def menu_titles() -> tuple[tuple[str, str], ...]:
    """Return the menus in their order, each with its title."""
    return (
        ("file", translate("Actions", "文件")),
        ("edit", translate("Actions", "编辑")),
        ("article", translate("Actions", "稿件")),
        ("suspect", translate("Actions", "疑点")),
        ("variant", translate("Actions", "异文")),
        ("page", translate("Actions", "版面")),
        ("view", translate("Actions", "显示")),
        ("help", translate("Actions", "帮助")),
    )


def _file_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("new", translate("Actions", "新建工程…"), ("Ctrl+N",), "new", "file", 0, False),
        ActionRow("open", translate("Actions", "打开工程…"), ("Ctrl+O",), "open", "file", 0, False),
        ActionRow("work-on", translate("Actions", "改为编辑"), ("Ctrl+Shift+E",), "", "file", 0, False),
        ActionRow("import", translate("Actions", "导入版面…"), ("Ctrl+I",), "import", "file", 1, False),
        ActionRow("import-encoded", translate("Actions", "按指定编码导入…"), (), "", "file", 1, False),
        ActionRow("import-folder", translate("Actions", "导入文件夹…"), (), "", "file", 1, False),
        ActionRow("replace-text", translate("Actions", "换用新的识别文字…"), (), "", "file", 1),
        ActionRow("add-text", translate("Actions", "添加另一文本…"), (), "", "file", 1),
        ActionRow("remove-text", translate("Actions", "移去另一文本…"), (), "", "file", 1),
        ActionRow("merge-project", translate("Actions", "合并另一工程…"), (), "", "file", 1),
        ActionRow("attach-scan", translate("Actions", "指定扫描图…"), (), "", "file", 1),
        ActionRow("export", translate("Actions", "导出…"), ("Ctrl+E",), "export", "file", 2),
        ActionRow("proof", translate("Actions", "校样…"), ("Ctrl+P",), "", "file", 2),
        ActionRow("save-text", translate("Actions", "另存本版文字…"), ("Ctrl+Shift+S",), "", "file", 2),
        ActionRow("backups", translate("Actions", "备份…"), (), "", "file", 3, False),
        ActionRow("statistics", translate("Actions", "统计…"), ("Ctrl+Shift+T",), "", "file", 3),
        ActionRow("verify", translate("Actions", "核验工程"), (), "", "file", 3, False),
        ActionRow("quit", translate("Actions", "退出"), ("Ctrl+Q",), "", "file", 4, False),
    )


def _edit_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("undo", translate("Actions", "撤销"), ("Ctrl+Z",), "undo", "edit", 0, False),
        ActionRow("redo", translate("Actions", "重做"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "edit", 0, False),
        ActionRow("cut", translate("Actions", "剪切"), (), "", "edit", 1),
        ActionRow("copy", translate("Actions", "复制"), (), "", "edit", 1),
        ActionRow("paste", translate("Actions", "粘贴"), (), "", "edit", 1),
        ActionRow("select-all", translate("Actions", "全选"), (), "", "edit", 1),
        ActionRow("find", translate("Actions", "查找与替换…"), ("Ctrl+F", "Ctrl+H"), "find", "edit", 2),
        ActionRow("find-next", translate("Actions", "查找下一个"), ("F3",), "", "edit", 2),
        ActionRow("find-previous", translate("Actions", "查找上一个"), ("Shift+F3",), "", "edit", 2),
        ActionRow(
            "concordance",
            translate("Actions", "语境索引…"),
            ("Ctrl+Shift+F",),
            "",
            "edit",
            2,
            needs_page=False,
        ),
    )


ROLE_ACTIONS = {
    "role-kicker": Role.KICKER,
    "role-title": Role.TITLE,
    "role-subtitle": Role.SUBTITLE,
    "role-byline": Role.BYLINE,
    "role-dateline": Role.DATELINE,
    "role-heading": Role.HEADING,
    "role-body": Role.BODY,
    "role-caption": Role.CAPTION,
    "role-credit": Role.CREDIT,
    "role-jump": Role.JUMP,
    "role-table": Role.TABLE,
    "role-other": Role.OTHER,
}
"""The actions that give the selected lines a role."""


def _article_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "start-article",
            translate("Actions", "从这一行另起一稿"),
            ("Ctrl+Return",),
            "split",
            "article",
            0,
            short=translate("Actions", "另起一稿"),
        ),
        ActionRow(
            "merge-up",
            translate("Actions", "并入上一稿"),
            ("Ctrl+Up",),
            "merge-up",
            "article",
            0,
            short=translate("Actions", "并入上稿"),
        ),
        ActionRow(
            "merge-down", translate("Actions", "与下一稿合并"), ("Ctrl+Down",), "merge-down", "article", 0
        ),
        ActionRow("merge-selected", translate("Actions", "合并所选稿件"), ("Ctrl+G",), "", "article", 0),
        ActionRow("boundary-up", translate("Actions", "分界上移一行"), ("Alt+Shift+Up",), "", "article", 0),
        ActionRow(
            "boundary-down", translate("Actions", "分界下移一行"), ("Alt+Shift+Down",), "", "article", 0
        ),
        ActionRow("move-up", translate("Actions", "上移"), ("Alt+Up",), "arrow-up", "article", 1),
        ActionRow("move-down", translate("Actions", "下移"), ("Alt+Down",), "arrow-down", "article", 1),
        ActionRow("move-to", translate("Actions", "移到…"), ("Ctrl+M",), "", "article", 1),
        ActionRow(
            "join",
            translate("Actions", "接上段／断开"),
            ("Ctrl+J",),
            "join",
            "article",
            1,
            short=translate("Actions", "接上段"),
        ),
        *_role_rows(),
        ActionRow("rename", translate("Actions", "稿件改名…"), ("F2",), "", "article", 3),
        ActionRow("kind", translate("Actions", "稿件种类…"), ("Shift+F2",), "", "article", 3),
        ActionRow("segment", translate("Actions", "重新划分本版稿件"), ("F5",), "", "article", 3),
        ActionRow(
            "segment-lines", translate("Actions", "重新划分所选各行／本稿"), ("Shift+F5",), "", "article", 3
        ),
    )


def _role_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("role-kicker", translate("Actions", "标为引题"), ("Alt+K",), "", "article", 2),
        ActionRow("role-title", translate("Actions", "标为主题"), ("Alt+T",), "", "article", 2),
        ActionRow("role-subtitle", translate("Actions", "标为副题"), ("Alt+S",), "", "article", 2),
        ActionRow("role-byline", translate("Actions", "标为署名"), ("Alt+Y",), "", "article", 2),
        ActionRow("role-dateline", translate("Actions", "标为电头"), ("Alt+D",), "", "article", 2),
        ActionRow("role-heading", translate("Actions", "标为小标题"), ("Alt+H",), "", "article", 2),
        ActionRow("role-body", translate("Actions", "标为正文"), ("Alt+B",), "", "article", 2),
        ActionRow("role-caption", translate("Actions", "标为图片说明"), ("Alt+G",), "", "article", 2),
        ActionRow("role-credit", translate("Actions", "标为摄影"), ("Alt+C",), "", "article", 2),
        ActionRow("role-jump", translate("Actions", "标为转版"), ("Alt+J",), "", "article", 2),
        ActionRow("role-table", translate("Actions", "标为表"), ("Alt+A",), "", "article", 2),
        ActionRow("role-other", translate("Actions", "标为其他"), ("Alt+O",), "", "article", 2),
        ActionRow(
            "furniture", translate("Actions", "标为版面杂项／归回稿件"), ("Alt+F",), "furniture", "article", 2
        ),
    )


def _link_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("follow-link", translate("Actions", "到转版的另一半"), ("Ctrl+L",), "", "article", 4),
        ActionRow("accept-link", translate("Actions", "接上另一版"), ("Alt+Shift+J",), "", "article", 4),
        ActionRow("links", translate("Actions", "转版链接…"), ("Ctrl+Shift+J",), "", "article", 4, False),
    )


def _suspect_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "next-suspect",
            translate("Actions", "下一处疑点"),
            ("F8",),
            "next",
            "suspect",
            0,
            short=translate("Actions", "下一疑点"),
        ),
        ActionRow(
            "previous-suspect",
            translate("Actions", "上一处疑点"),
            ("Shift+F8",),
            "previous",
            "suspect",
            0,
            short=translate("Actions", "上一疑点"),
        ),
        ActionRow("other-place", translate("Actions", "到另一处"), ("F7",), "pair", "suspect", 0),
        ActionRow(
            "accept",
            translate("Actions", "采用建议"),
            ("Ctrl+Shift+Return",),
            "accept",
            "suspect",
            1,
            short=translate("Actions", "采用"),
        ),
        ActionRow(
            "correct-same",
            translate("Actions", "同样的全部改正"),
            ("Ctrl+Shift+R",),
            "",
            "suspect",
            1,
            needs_page=False,
        ),
        ActionRow(
            "same-everywhere",
            translate("Actions", "到各版同样的地方…"),
            ("Ctrl+R",),
            "",
            "suspect",
            1,
            needs_page=False,
        ),
        ActionRow("dismiss", translate("Actions", "忽略"), ("Ctrl+D",), "dismiss", "suspect", 1),
        ActionRow(
            "dismiss-everywhere",
            translate("Actions", "处处忽略"),
            ("Ctrl+Shift+D",),
            "dismiss-everywhere",
            "suspect",
            1,
        ),
    )


TAKE = "take-"
"""What the names of the actions that take a reading begin with; its number follows, from 1."""


def _variant_rows() -> tuple[ActionRow, ...]:
    take = translate("Actions", "取第 {0} 种读法")
    return (
        ActionRow("next-variant", translate("Actions", "下一处异文"), ("F4",), "", "variant", 0),
        ActionRow("previous-variant", translate("Actions", "上一处异文"), ("Shift+F4",), "", "variant", 0),
        ActionRow("to-witness", translate("Actions", "到他版同一处"), ("F6",), "", "variant", 0),
        ActionRow("from-witness", translate("Actions", "回到来处"), ("Shift+F6",), "", "variant", 0),
        *(
            ActionRow(f"{TAKE}{number}", take.format(number), (f"Alt+{number}",), "", "variant", 1)
            for number in range(1, 10)
        ),
        ActionRow("take-everywhere", translate("Actions", "同误各版一起改…"), ("Alt+0",), "", "variant", 2),
    )


def _checking_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "findings-scope",
            translate("Actions", "本版／全部疑点"),
            ("Ctrl+Shift+A",),
            "",
            "suspect",
            2,
            False,
        ),
        ActionRow(
            "check-all", translate("Actions", "检查全部页面"), ("Ctrl+Shift+F8",), "", "suspect", 3, False
        ),
        ActionRow(
            "check-options", translate("Actions", "检查设置…"), ("Ctrl+Shift+O",), "", "suspect", 3, False
        ),
        ActionRow("terms", translate("Actions", "词表与对子…"), ("Ctrl+Shift+G",), "", "suspect", 3, False),
    )


def _page_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("previous-page", translate("Actions", "上一版"), ("Ctrl+PgUp",), "", "page", 0),
        ActionRow("next-page", translate("Actions", "下一版"), ("Ctrl+PgDown",), "", "page", 0),
        ActionRow("sign-off", translate("Actions", "签样"), ("Ctrl+Shift+K",), "sign-off", "page", 1),
        ActionRow("take-back", translate("Actions", "退签"), (), "", "page", 1),
        ActionRow("remove-pages", translate("Actions", "移除版面"), (), "", "page", 2),
    )


def _view_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "palette",
            translate("Actions", "命令面板…"),
            ("Ctrl+Shift+P",),
            "palette",
            "view",
            0,
            False,
            short=translate("Actions", "命令…"),
        ),
        ActionRow("focus-text", translate("Actions", "到正文"), ("Ctrl+1",), "", "view", 1),
        ActionRow("focus-pages", translate("Actions", "到版面列表"), ("Ctrl+2",), "", "view", 1, False),
        ActionRow("focus-articles", translate("Actions", "到稿件树"), ("Ctrl+3",), "", "view", 1),
        ActionRow("focus-findings", translate("Actions", "到疑点列表"), ("Ctrl+4",), "", "view", 1),
        ActionRow("focus-history", translate("Actions", "到历史"), ("Ctrl+5",), "history", "view", 1),
        ActionRow("focus-difference", translate("Actions", "到差异"), ("Ctrl+6",), "difference", "view", 1),
        ActionRow("focus-variants", translate("Actions", "到异文"), ("Ctrl+7",), "", "view", 1),
        ActionRow("zoom-in", translate("Actions", "放大正文"), ("Ctrl++", "Ctrl+="), "zoom-in", "view", 2),
        ActionRow("zoom-out", translate("Actions", "缩小正文"), ("Ctrl+-",), "zoom-out", "view", 2),
        ActionRow("zoom-reset", translate("Actions", "正文原大"), ("Ctrl+0",), "", "view", 2),
        ActionRow(
            "dim-others", translate("Actions", "淡化其他稿件"), ("Ctrl+Shift+L",), "", "view", 2, False, True
        ),
        ActionRow("language", translate("Actions", "界面语言…"), (), "", "view", 3, False),
        ActionRow("dark", translate("Actions", "深色"), (), "theme", "view", 3, False, True),
    )


def _help_rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow("manual", translate("Actions", "使用手册"), ("F1",), "help", "help", 0, False),
        ActionRow("keys", translate("Actions", "快捷键一览"), ("Shift+F1",), "", "help", 0, False),
        ActionRow("about", translate("Actions", "关于校雠"), (), "", "help", 1, False),
    )


def action_rows() -> tuple[ActionRow, ...]:
    """Return all actions, in the order of their menus."""
    return (
        *_file_rows(),
        *_edit_rows(),
        *_article_rows(),
        *_link_rows(),
        *_suspect_rows(),
        *_checking_rows(),
        *_variant_rows(),
        *_page_rows(),
        *_view_rows(),
        *_help_rows(),
    )
