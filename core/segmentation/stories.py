"""Stories: the articles of a page while they are put together out of units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from core.document.role import HEADLINE_ROLES, Role
from core.segmentation.units import Unit


@dataclass(frozen=True, slots=True)
class Part:
    """A unit and what it is in its story."""

    unit: Unit
    role: Role


class Story:
    """An article that is being put together; `closed`: something said that it ends here."""

    def __init__(self, parts: Iterable[Part] = (), *, closed: bool = False) -> None:
        self.parts: list[Part] = list(parts)
        self.closed = closed
        self._roles = Counter(part.role for part in self.parts)

    def add(self, unit: Unit, role: Role) -> None:
        """Add a unit at the end."""
        self.parts.append(Part(unit, role))
        self._roles[role] += 1

    def take(self, count: int) -> list[Part]:
        """Remove the last `count` parts and return them."""
        taken = self.parts[len(self.parts) - count :]
        del self.parts[len(self.parts) - count :]
        self._roles.subtract(part.role for part in taken)
        return taken

    def has(self, *roles: Role) -> bool:
        """Say whether any part plays one of `roles`."""
        return any(self._roles[role] for role in roles)

    def has_only(self, roles: Collection[Role]) -> bool:
        """Say whether every part plays one of `roles`."""
        return sum(self._roles[role] for role in roles) == len(self.parts)

    @property
    def has_text(self) -> bool:
        """Whether it has more than a headline."""
        return self.has(Role.BODY, Role.TABLE, Role.CAPTION)


@dataclass
class PageStories:
    """The stories of a page in page order, and the units that belong to none."""

    stories: list[Story] = field(default_factory=list)
    furniture: list[Unit] = field(default_factory=list)

    @property
    def running(self) -> Story | None:
        """The story that is being read, None where none is or it has been closed."""
        return self.stories[-1] if self.stories and not self.stories[-1].closed else None

    def begin(self) -> Story:
        """Begin a new story."""
        self.stories.append(Story())
        return self.stories[-1]

    def run_on(self) -> Story:
        """Return the running story; begin one where none is."""
        return self.running or self.begin()


def title_text(story: Story) -> str:
    """Return the folded lines of a story's headline, in order."""
    return "\n".join(part.unit.text for part in story.parts if part.role in HEADLINE_ROLES)
