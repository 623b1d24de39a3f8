import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.printed.image_size import image_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 800, 1000)
JPEG = (
    b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + b"\xff\xc2" + struct.pack(">HBHH", 8, 8, 1000, 800)
)
BITMAP = b"BM" + bytes(12) + struct.pack("<Iii", 40, 800, -1000)
TIFFS = [
    mark + struct.pack(f"{order}IH", 8, 2) + struct.pack(f"{order}HHIH2x", 256, 3, 1, 800)
    + struct.pack(f"{order}HHII", 257, 4, 1, 1000)
    for mark, order in ((b"II*\0", "<"), (b"MM\0*", ">"))
]  # fmt: skip
WEBP = b"RIFF\0\0\0\0WEBP"
WEBPS = [
    WEBP + b"VP8X" + bytes(8) + (799).to_bytes(3, "little") + (999).to_bytes(3, "little"),
    WEBP + b"VP8L" + bytes(5) + (799 | 999 << 14).to_bytes(4, "little"),
    WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 800, 1000),
]


@pytest.mark.parametrize("head", [PNG, JPEG, BITMAP, *TIFFS, *WEBPS])
def test_the_size_stands_in_the_head(tmp_path, head):
    path = tmp_path / "scan"
    path.write_bytes(head + bytes(60))
    assert image_size(path) == (800, 1000)


@given(st.sampled_from([PNG, JPEG, BITMAP, *TIFFS, *WEBPS]), st.integers(0, 60), st.binary(max_size=20))
def test_a_damaged_head_is_no_size_and_no_error(tmp_path_factory, head, kept, more):
    path = tmp_path_factory.mktemp("scan") / "scan"
    path.write_bytes(head[:kept] + more)
    size = image_size(path)
    assert size is None or min(size) > 0


def test_where_there_is_no_image_there_is_no_size(tmp_path):
    assert image_size(tmp_path / "none.jpg") is None
