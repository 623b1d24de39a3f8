import pytest

from core.document.error_kind import ErrorKind, error_kind, error_kind_name


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("未", "末", ErrorKind.SUBSTITUTION),
        ("", "渡", ErrorKind.LOSS),
        ("渡渡", "", ErrorKind.ADDITION),
        ("口渡", "渡口", ErrorKind.TRANSPOSITION),
        ("第十一", "第十五", ErrorKind.SUBSTITUTION),
        ("十一", "十五", ErrorKind.NUMBER),
        ("3.5%", "8.5%", ErrorKind.NUMBER),
        (",", "，", ErrorKind.PUNCTUATION),
        ("、", "", ErrorKind.PUNCTUATION),
        ("隊", "队", ErrorKind.SCRIPT),
        ("ＡＢ", "AB", ErrorKind.FORM),
        ("\n\n", "", ErrorKind.LINES),
        ("渡 口", "渡口", ErrorKind.LINES),
    ],
)
def test_every_correction_mends_one_kind_of_error(wrong, right, kind):
    assert error_kind(wrong, right) is kind


def test_every_kind_has_a_name_of_its_own():
    assert len({str(error_kind_name(kind)) for kind in ErrorKind}) == len(ErrorKind)
