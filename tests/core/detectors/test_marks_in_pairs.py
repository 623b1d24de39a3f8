from hypothesis import given
from hypothesis import strategies as st

from core.detectors.marks_in_pairs import _Reading, unpaired
from core.detectors.paragraphs import Paragraph
from core.document.role import Role
from core.text.span import Span

PARTS = st.lists(st.sampled_from([*'“”"（）《》「」。，', "渡口", "1)"]), min_size=1, max_size=8).map("".join)


@given(st.lists(st.tuples(PARTS, st.booleans(), st.booleans()), max_size=6))
def test_paragraphs_that_are_whole_change_nothing_about_the_others(parts):
    paragraphs = []
    start = 0
    for text, before, behind in parts:
        span = Span(start, start + len(text))
        paragraphs.append(
            Paragraph(
                (span,), text, text, (0, len(text)), Role.BODY, from_elsewhere=before, to_elsewhere=behind
            )
        )
        start = span.end + 1
    reading = _Reading()
    plain = [mark for paragraph in paragraphs for mark in reading.read(paragraph)]
    assert list(unpaired(paragraphs)) == [*plain, *reading.finish()]
