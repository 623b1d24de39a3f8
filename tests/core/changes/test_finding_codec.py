import pytest

from core.changes.finding_codec import decode_findings, encode_findings
from core.document.finding import Finding, Place, Suggestion
from core.document.names import role_name
from core.document.role import Role
from core.messages import message
from core.text.span import Span


def test_findings_are_read_as_they_were_written():
    whole = Finding(
        "repeat",
        Span(3, 9),
        message("标为{role}", role=role_name(Role.TITLE)),
        (Suggestion("", 0.9), Suggestion("渡口", 0.25)),
        0.75,
        4.0,
        True,
        (Place(2, Span(0, 6)),),
    )
    findings = [whole, Finding("odd", Span(0, 1), message("已经是这样了"))]
    assert decode_findings(encode_findings(findings)) == findings


@pytest.mark.parametrize("written", ["", "7", "[7]", "[{}]"])
def test_what_was_not_written_here_is_one_kind_of_error(written):
    with pytest.raises(ValueError, match=r"\w"):
        decode_findings(written)
