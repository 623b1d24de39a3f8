import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exporters.names import path_key, safe_name, safe_path, unique_path

ODD = st.sampled_from(
    ["CON", "nul.txt", "..", ".", "a.", "a ", "\u202e", "\udc80", "\x00", "/", "長" * 99, "é", "É", "ß"]
)
NAMES = st.lists(st.text(max_size=6) | st.text(st.characters(), max_size=3) | ODD, max_size=4).map("".join)


@given(NAMES)
def test_every_system_takes_every_name(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 210
    assert not set(safe) & set('<>:"/\\|?*\x00\n\u202e\u200b')
    assert safe[-1] not in ". "
    assert safe_name(safe) == safe


@given(st.lists(NAMES, max_size=6))
def test_no_two_files_are_the_same_for_any_system(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        path = unique_path(safe_path(name), taken)
        assert path_key(path) not in taken
        assert ".." not in path.split("/")
        taken.add(path_key(path))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a\u202etxt.exe", "a-txt.exe"),
        ("\udc80", "-"),
        ("CON.txt", "_CON.txt"),
        ("版\u200b.txt", "版-.txt"),
        ("..", "_"),
    ],
)
def test_what_deceives_is_taken_out(name: str, safe: str) -> None:
    assert safe_name(name) == safe
