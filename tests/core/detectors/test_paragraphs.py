from core.detectors.paragraphs import paragraphs
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.page import PageView
from core.document.role import Role
from core.text.span import Span

TORN = "清早从渡口\n\n出发的木船。\n热线电话\n"


def _known() -> PageView:
    pieces = (DraftPiece(Span(0, 5), Role.BODY), DraftPiece(Span(7, 13), Role.BODY, joins_previous=True))
    return PageView("page", "page", TORN, layout_of(Draft((DraftArticle(pieces),), (Span(14, 18),))))


def test_joined_pieces_are_one_paragraph_and_furniture_stands_apart() -> None:
    body, furniture = paragraphs(_known())
    assert (body.text, body.role, body.bounds) == ("清早从渡口出发的木船。", Role.BODY, (0, 5, 11))
    assert (furniture.text, furniture.article) == ("热线电话", None)


def test_places_on_the_page() -> None:
    body = paragraphs(_known())[0]
    assert body.place(1, 3).of(TORN) == "早从"
    assert body.place(5, 7).of(TORN) == "出发"
    assert body.place(4, 6).of(TORN) == "口\n\n出"
    assert body.place(10, 11).of(TORN) == "。"


def test_a_place_across_pieces_in_another_order_ends_with_its_piece() -> None:
    text = "出发的木船。\n清早从渡口"
    pieces = (DraftPiece(Span(7, 12), Role.BODY), DraftPiece(Span(0, 6), Role.BODY, joins_previous=True))
    body = paragraphs(PageView("page", "page", text, layout_of(Draft((DraftArticle(pieces),)))))[0]
    assert body.text == "清早从渡口出发的木船。"
    assert body.place(4, 7).of(text) == "口"


def test_without_a_layout_looks_decide() -> None:
    text = "# 渡口\n\n清早从渡口出发的木船,载满了去赶集的人,一直开到\n\n对岸。\n\n甲\t乙\n"
    roles = [(it.role, len(it.spans)) for it in paragraphs(PageView("page", "page", text))]
    assert roles == [(Role.HEADING, 1), (Role.BODY, 2), (Role.TABLE, 1)]


def test_printed_lines_are_joined_up_to_a_short_last_line() -> None:
    lines = [
        "清早从渡口出发的木船载满了去",
        "赶集的人，一直开到对岸才停。",
        "上岸。",
        "学校离渡口有两里路，孩子们坐",
        "头班船。",
    ]
    joined = [it.text for it in paragraphs(PageView("page", "page", "\n".join(lines)))]
    assert joined == ["".join(lines[:3]), "".join(lines[3:])]


def test_jumps_say_that_a_paragraph_is_not_whole() -> None:
    text = "■上接第1版 开船了。\n\n船到对岸,人都下了船,往集市(下转第4版)"
    first, second = paragraphs(PageView("page", "page", text))
    assert (first.from_elsewhere, first.to_elsewhere) == (True, False)
    assert (second.from_elsewhere, second.to_elsewhere) == (False, True)
