"""The two faces of the window: the system's sans for the interface, a serif near to newsprint for page text.

A font here is a list of families in the order of preference; Qt takes the first that is installed, and the
later ones for characters it lacks, so nothing has to be asked of the font database at start.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

PAGE_POINTS = 13.0
"""The size of page text unless the editor chooses another, in points."""

SERIF = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "思源宋体",
    "Noto Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "AR PL UMing CN",
)

SANS = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)

SERIF_TAIWAN = (
    "Noto Serif CJK TC",
    "Source Han Serif TC",
    "Source Han Serif TW",
    "思源宋體",
    "Noto Serif TC",
    "Songti TC",
    "PMingLiU",
    "AR PL UMing TW",
)

SANS_TAIWAN = (
    "PingFang TC",
    "Microsoft JhengHei UI",
    "Noto Sans CJK TC",
    "Source Han Sans TC",
    "Noto Sans TC",
)


def page_font(points: float = PAGE_POINTS) -> QFont:
    """Return the face for page text at a size in points: serif, or sans where no serif is installed."""
    font = QFont([*SERIF, *SANS])
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def interface_font(system: QFont, language: str = "zh_CN") -> QFont:
    """Return the face for the interface in `language`, at the size of the `system` font.

    A Chinese face comes first, because the system's choice for Chinese is often the Japanese one, whose
    characters are drawn differently.
    """
    families = (*SANS_TAIWAN, *SANS) if language == "zh_TW" else SANS
    font = QFont(system)
    font.setFamilies([*families, *system.families()])
    return font


def small_font(font: QFont) -> QFont:
    """Return `font` a step smaller: for column heads, the status bar and what else stays in the back."""
    result = QFont(font)
    points = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    result.setPointSizeF(points * 0.9)
    return result
