"""Word documents: the styles that newspaper text needs, and characters that a document can hold."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.document.names import role_name
from core.document.role import Role
from core.text.script import Script, script_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

SONG, HEI, KAI = "宋体", "黑体", "楷体"
"""The fonts of text, of headlines and of bylines, by the names that Word and LibreOffice know."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BUILT_IN = {Role.TITLE: "Heading 1", Role.HEADING: "Heading 2"}

_SIZES = {Role.KICKER: 14, Role.TITLE: 20, Role.SUBTITLE: 14, Role.HEADING: 13, Role.CAPTION: 9.5,
          Role.CREDIT: 9.5, Role.TABLE: 10}  # fmt: skip
_BLACK = (Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.HEADING)
_OWN = (Role.KICKER, Role.SUBTITLE, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.CREDIT, Role.TABLE)


def allowed(text: str) -> str:
    """Return `text` with U+FFFD for each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def style_name(role: Role) -> str:
    """Return the style of a paragraph: Word's own heading styles, else one that is called like the role."""
    if role in _BUILT_IN:
        return _BUILT_IN[role]
    return role_name(role).template if role in _OWN else "Normal"


def new_document(title: str, text: str) -> Document:
    """Return an empty document with a style for each role; `text` tells in which script it will be."""
    # Imported when first needed: it takes a quarter of a second, and most exports are of other formats.
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = allowed(title)[:255], "校雠", ""
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    _set_fonts(normal, SONG, script_of(text))
    normal.paragraph_format.line_spacing = 1.5
    normal.paragraph_format.space_after = Pt(0)
    for role in (*_BUILT_IN, *_OWN):
        name = style_name(role)
        if role in _OWN:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
        style = document.styles[name]
        style.font.size = Pt(_SIZES.get(role, 10.5))
        style.font.bold = role in (Role.TITLE, Role.HEADING)
        _set_fonts(style, HEI if role in _BLACK else KAI if role in (Role.BYLINE, Role.DATELINE) else SONG)
    _set_fonts(document.styles["Title"], HEI)
    return document


def saved(document: Document) -> bytes:
    """Return the bytes of a .docx file; the same document gives the same bytes at any time."""
    sink, whole = BytesIO(), BytesIO()
    document.save(sink)
    with ZipFile(sink) as made, ZipFile(whole, "w") as package:
        for name in made.namelist():
            package.writestr(ZipInfo(name), made.read(name), ZIP_DEFLATED)
    return whole.getvalue()


def _set_fonts(style: ParagraphStyle, eastern: str, script: Script | None = None) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A font of the theme would win over the one that is named.
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind, font in (("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"), ("eastAsia", eastern)):
        fonts.set(qn(f"w:{kind}"), font)
    for color in properties.findall(qn("w:color")):
        properties.remove(color)
    if script is not None:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-TW" if script is Script.TRADITIONAL else "zh-CN")
        properties.append(language)
