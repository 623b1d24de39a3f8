"""The history of a page as JSON, as lines of JSON Lines hold it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from core.changes.codec import decode_state, dumps, encode_state, maybe, whole, words
from core.changes.message_codec import message_data, read_message
from core.changes.state import PageState, Verdicts
from core.exporters.history import PageHistory, PastStep, PastText
from core.text.edit import Edit


def history_record(history: PageHistory) -> dict[str, object]:
    """Return `history` as an object of JSON; its bytes are base64."""
    return {
        "raw": b64encode(history.raw).decode(),
        "path": history.path,
        "touched": history.touched,
        "scan": None if history.scan is None else list(history.scan),
        "steps": [_step_record(step) for step in history.steps],
        "verdicts": _verdicts_record(history.verdicts),
        **({"texts": [_text_record(text) for text in history.texts]} if history.texts else {}),
    }


def read_history(record: Mapping[str, Any]) -> PageHistory:
    """Read what `history_record` made; raises KeyError, TypeError or ValueError where it is anything else."""
    touched, scan = record["touched"], record["scan"]
    if type(touched) is not bool:
        raise TypeError("touched")
    if scan is not None:
        path, digest = map(words, scan)
        scan = path, digest
    return PageHistory(
        b64decode(words(record["raw"]), validate=True),
        words(record["path"]),
        touched,
        tuple(_read_step(step) for step in record["steps"]),
        _read_verdicts(record["verdicts"]),
        scan,
        tuple(_read_text(text) for text in record.get("texts", ())),
    )


def _step_record(step: PastStep) -> dict[str, object]:
    return {
        "kind": step.kind,
        "what": message_data(step.what),
        "why": step.why,
        "who": step.who,
        "when": step.when,
        "edits": [[edit.start, edit.removed, edit.inserted] for edit in step.edits],
        "round": step.round,
    }


def _read_step(record: Mapping[str, Any]) -> PastStep:
    edits = []
    for start, removed, inserted in record["edits"]:
        edits.append(Edit(whole(start), words(removed), words(inserted)))
    kind, why, who, when = (words(record[name]) for name in ("kind", "why", "who", "when"))
    signed = maybe(whole, record["round"])
    return PastStep(kind, read_message(record["what"]), why, who, when, tuple(edits), signed)


def _text_record(text: PastText) -> dict[str, object]:
    return {
        "number": text.number,
        "kind": text.kind,
        "name": text.name,
        "path": text.path,
        "encoding": text.encoding,
        "raw": b64encode(text.raw).decode(),
        "who": text.who,
        "when": text.when,
    }


def _read_text(record: Mapping[str, Any]) -> PastText:
    kind, name, path, encoding, who, when = (
        words(record[key]) for key in ("kind", "name", "path", "encoding", "who", "when")
    )
    raw = b64decode(words(record["raw"]), validate=True)
    return PastText(whole(record["number"]), kind, name, path, encoding, raw, who, when)


def _verdicts_record(verdicts: Verdicts) -> dict[str, object]:
    state = json.loads(encode_state(PageState("", verdicts=verdicts)))
    return {"given": state["verdicts"], "next": state["next_verdict"]}


def _read_verdicts(record: Mapping[str, Any]) -> Verdicts:
    state = json.loads(encode_state(PageState("")))
    state |= {"verdicts": record["given"], "next_verdict": record["next"]}
    return decode_state(dumps(state)).verdicts
