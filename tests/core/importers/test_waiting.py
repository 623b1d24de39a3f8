import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.page import Source
from core.errors import StorageError
from core.importers import waiting
from core.importers.waiting import WaitingPages

SOURCES = st.builds(
    Source, st.text(), st.binary(), st.just("utf-8"), st.text(), st.text(), st.none() | st.text()
)


@given(st.lists(SOURCES, max_size=5))
def test_pages_come_out_as_they_went_in_as_often_as_they_are_wanted(sources):
    waiting_pages = WaitingPages()
    for source in sources:
        waiting_pages.add(source)
    assert len(waiting_pages) == len(sources)
    assert list(waiting_pages) == list(waiting_pages) == sources


def test_a_full_disk_is_a_sentence(monkeypatch):
    def refuse(*_arguments, **_names):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(waiting.pickle, "dump", refuse)
    with pytest.raises(StorageError, match="No space left"):
        WaitingPages().add(Source("一", b"1", "utf-8", "1"))
    monkeypatch.setattr(waiting.tempfile, "TemporaryFile", refuse)
    with pytest.raises(StorageError):
        WaitingPages()
