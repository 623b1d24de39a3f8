"""Findings as JSON, the form in which the project file keeps them between two looks at a page."""

from __future__ import annotations

from core.changes.codec import Json, decoded, dumps, message_data, read_message
from core.document.finding import Finding, Place, Suggestion
from core.text.span import Span


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
        row["rule"],
        Span(*row["span"]),
        read_message(row["message"]),
        tuple(Suggestion(*suggestion) for suggestion in row["suggestions"]),
        row["confidence"],
        row["weight"],
        row["page_level"],
        tuple(Place(page, Span(start, end)) for page, start, end in row["related"]),
        row["asks_from"],
    )
