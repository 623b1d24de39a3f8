import json

import pytest

from core.changes.message_codec import message_data, read_message
from core.messages import message


def test_a_message_inside_a_message_comes_back() -> None:
    said = message("{file}：{cause}", file="甲.txt", cause=message("第 {page} 页的存档已损坏", page=3))
    assert read_message(json.loads(json.dumps(message_data(said)))) == said


@pytest.mark.parametrize(
    "data",
    [
        ["{file.__class__}", {"file": "x"}],
        ["{file!r}", {"file": "x"}],
        ["{file:>999999999}", {"file": "x"}],
        ["{file[0]}", {"file": "x"}],
        ["{cause}", {"file": "x"}],
        ["{}", {"file": "x"}],
        ["{", {}],
        ["甲 }", {}],
        ["{file}", {"file": None}],
        ["{file}", {"file": {"a": 1}}],
        ["{file}", {"file": ["{x}", {}]}],
        [1, {}],
        ["甲"],
        "甲",
        None,
    ],
)
def test_a_template_with_more_than_holes_is_not_read(data) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_message(data)


def test_braces_that_are_meant_stay() -> None:
    assert str(read_message(["{{{file}}}", {"file": "甲"}])) == "{甲}"
