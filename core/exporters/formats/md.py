"""Markdown: one file a page, articles parted by a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.document.role import Role
from core.exporters.exporter import ExportFile, ExportPage, encoded, page_file
from core.exporters.reading import Paragraph, Story, stories
from core.messages import message

NAME = "md"
TITLE = message("Markdown")
SUFFIX = ".md"
BETWEEN = b"\n---\n\n"

_SHAPES = {
    Role.KICKER: "**{}**",
    Role.TITLE: "# {}",
    Role.SUBTITLE: "## {}",
    Role.HEADING: "### {}",
    Role.BYLINE: "_{}_",
    Role.DATELINE: "_{}_",
    Role.CAPTION: "> {}",
    Role.CREDIT: "> _{}_",
}
_SPECIAL = re.compile(r"[\\`*_<&\[\]~]")
_OPENING = re.compile(r"^(?=[#>+=-])|^(\d{1,9})(?=[.)](?:\s|$))")
_FENCE = re.compile(r"`{3,}")


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a Markdown file (CommonMark, UTF-8) for each page."""
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (encoded(page_markdown(page)),))


def page_markdown(page: ExportPage) -> str:
    """Return the articles of `page` as Markdown."""
    return "\n\n---\n\n".join(_story_markdown(story) for story in stories(page)) + "\n"


def escaped(text: str) -> str:
    r"""Return one line of `text` so that Markdown takes none of it for a mark: `*` becomes `\*`."""
    inside = _SPECIAL.sub(r"\\\g<0>", text)
    return _OPENING.sub(lambda found: (found[1] or "") + "\\", inside)


def _story_markdown(story: Story) -> str:
    blocks = [f"# {escaped(story.name)}"] if story.name else []
    blocks += [_block(paragraph) for paragraph in story.paragraphs]
    return "\n\n".join(blocks)


def _block(paragraph: Paragraph) -> str:
    if paragraph.role is Role.TABLE:
        longest = max((len(run) for run in _FENCE.findall(paragraph.text)), default=2)
        fence = "`" * (longest + 1)
        return f"{fence}\n{paragraph.text}\n{fence}"
    return _SHAPES.get(paragraph.role, "{}").format(escaped(paragraph.text))
