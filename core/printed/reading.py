"""Reading the files of other programs that tell a page with places."""

from __future__ import annotations

from core.errors import BadInputError
from core.messages import message
from core.printed.alto import alto_page
from core.printed.form import Form
from core.printed.hocr import hocr_page
from core.printed.page import PrintedPage
from core.printed.page_xml import page_xml_page
from core.printed.safe_xml import parse_xml

_BY_ROOT = {"alto": Form.ALTO, "PcGts": Form.PAGE_XML}


def printed_page(raw: bytes, name: str, form: Form | None = None) -> tuple[PrintedPage, Form]:
    """Read the file `raw` and say of which form it is; without `form` its root element tells that.

    Raises BadInputError, which calls the file `name`, where it is of none or damaged.
    """
    if form is Form.HOCR:
        return hocr_page(raw, name), form
    root = parse_xml(raw, name)
    known = _BY_ROOT.get(root.tag)
    if known is None or form not in (None, known):
        shown = root.tag[:40]
        raise BadInputError(name, message("是 {root} 文件，不是 ALTO 或 PAGE-XML", root=shown))
    page = alto_page(root, name) if known is Form.ALTO else page_xml_page(root, name)
    return page, known
