"""A passage that belongs to another article moves there with the key that takes suggestions."""

from dataclasses import dataclass

from core.detectors.detector import Rule
from core.document.finding import Finding, Place, Suggestion
from core.messages import message


@dataclass
class Finds:
    """A detector that finds what it is told while the passage stands where it stood."""

    finding: Finding
    piece: int
    article: int

    RULES = (Rule("misplaced-passage", message("错位的段落")),)

    def detect(self, page, context):
        if page.layout.article_of(self.piece) == self.article:
            yield self.finding


def test_enter_moves_it_and_undo_moves_it_back(bench):
    bench.ask(lambda project: project.findings.keep_counts({2: 0}))
    layout = bench.mirror.layout
    home, source = layout.order[:2]
    piece, behind = layout.articles[source].pieces[-1], layout.articles[home].pieces[-1]
    passage, text = layout.spans[piece], bench.mirror.text
    stays = Suggestion(passage.of(text), 0.6, moves=True)
    place = Place(bench.mirror.page, layout.spans[behind])
    finding = Finding("misplaced-passage", passage, message("已经是这样了"), (stays,), 0.6, related=(place,))
    bench.desk.beside._reader.detectors = lambda: (Finds(finding, piece, source),)
    bench.go_to(text[:2])
    bench.check()
    bench.press("F8", "Return")
    bench.settle()
    assert bench.stored().text == text
    assert bench.stored().layout.article_of(piece) == home
    assert bench.mirror.open == []
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.stored().layout == layout
