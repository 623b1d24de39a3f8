from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.printed.area import Area
from core.scans.boxes import Box
from core.scans.placing import placed
from core.text.span import Span

HERE = Area(0, 0, 1, 1)
BOXES = (
    Box(HERE, "masthead", text="镇北日报 第三版"),
    Box(HERE, "headline", text="水库清淤 提前蓄水"),
    Box(HERE, "body", lines=3),
    Box(HERE, "body", lines=1),
    Box(HERE, "headline", text="老陶的菜地"),
    Box(HERE, "body", lines=2),
)
BLOCKS = ("镇北日报第三版", "水库清淤\n提前蓄水", "一\n二\n三", "四", "老陶的莱地", "五\n六")


def texts(boxes: tuple[Box, ...], text: str) -> list[str | None]:
    return [None if box.span is None else box.span.of(text) for box in placed(boxes, text)]


def test_as_many_blocks_as_boxes_are_paired_in_order() -> None:
    text = "\n" + "\n\n \n".join(BLOCKS) + "\n"
    assert texts(BOXES, text) == list(BLOCKS)


def test_a_block_that_was_not_read_leaves_its_box_alone() -> None:
    for lost in range(len(BLOCKS)):
        kept = "\n\n".join(block for number, block in enumerate(BLOCKS) if number != lost)
        assert texts(BOXES, kept) == [
            block if number != lost else None for number, block in enumerate(BLOCKS)
        ]


def test_a_block_too_many_belongs_to_no_box() -> None:
    text = "\n\n".join((*BLOCKS[:4], "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n癸", *BLOCKS[4:]))
    assert texts(BOXES, text) == list(BLOCKS)


def test_boxes_that_know_their_place_keep_it_inside_the_text() -> None:
    boxes = (Box(HERE, span=Span(1, 3)), Box(HERE, span=Span(2, 30)), Box(HERE))
    assert texts(boxes, "甲乙丙丁") == ["乙丙", None, None]


@given(st.lists(st.sampled_from(BOXES), max_size=8), st.text("甲水库 \n", max_size=60))
def test_spans_are_in_order_and_never_share_a_character(boxes: list[Box], text: str) -> None:
    spans = [box.span for box in placed(boxes, text) if box.span is not None]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)
