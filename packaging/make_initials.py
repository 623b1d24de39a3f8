"""Write resources/pinyin/initials.txt: the first letter of the commonest reading of every common ideograph.

The readings are those of pypinyin (MIT). Read this way, looking for a title by initials need not load all of
them, which takes a third of a second.
"""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import normalize

from pypinyin.constants import PINYIN_DICT

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.text.initials import FIRST, UNKNOWN

WHERE = Path(__file__).parents[1] / "resources" / "pinyin" / "initials.txt"
A_LINE = 64
"""How many characters a line stands for."""
LAST = 0x9FFF


def main() -> None:
    """Write the file."""
    letters = "".join(initial(point) for point in range(FIRST, LAST + 1))
    lines = [letters[start : start + A_LINE] for start in range(0, len(letters), A_LINE)]
    WHERE.write_text("\n".join(lines) + "\n", encoding="ascii")


def initial(point: int) -> str:
    """Return the letter of one character."""
    letter = normalize("NFD", PINYIN_DICT.get(point, UNKNOWN))[0]
    return letter if letter.isascii() else UNKNOWN


if __name__ == "__main__":
    main()
