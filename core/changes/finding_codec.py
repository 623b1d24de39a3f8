"""Findings as JSON, the form in which the project file keeps them between two looks at a page."""

from __future__ import annotations

from core.changes.codec import Json, decoded, dumps, measure, read_span, whole, words
from core.changes.message_codec import message_data, read_message
from core.document.finding import Finding, Place, Suggestion


def encode_findings(findings: list[Finding]) -> str:
    """Write the findings of a page, whose places are pages of the same project."""
    return dumps(
        [
            {
                "rule": finding.rule,
                "span": [finding.span.start, finding.span.end],
                "message": message_data(finding.message),
                "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
                "confidence": finding.confidence,
                "weight": finding.weight,
                "page_level": finding.page_level,
                "related": [[place.page, place.span.start, place.span.end] for place in finding.related],
                "asks_from": finding.asks_from,
            }
            for finding in findings
        ]
    )


def _suggestion(suggestion: Suggestion) -> Json:
    return [suggestion.text, suggestion.score, *([True] if suggestion.moves else [])]


def decode_findings(written: str) -> list[Finding]:
    """Read what `encode_findings` wrote. Raises ValueError where it is anything else."""
    return decoded(written, lambda rows: [_read_finding(row) for row in rows])


def _read_finding(row: Json) -> Finding:
    return Finding(
        words(row["rule"]),
        read_span(row["span"]),
        read_message(row["message"]),
        tuple(_read_suggestion(*suggestion) for suggestion in row["suggestions"]),
        measure(row["confidence"]),
        measure(row["weight"]),
        bool(row["page_level"]),
        tuple(Place(whole(page), read_span(span)) for page, *span in row["related"]),
        measure(row["asks_from"]),
    )


def _read_suggestion(text: Json, score: Json, moves: Json = False) -> Suggestion:
    return Suggestion(words(text), measure(score), bool(moves))
