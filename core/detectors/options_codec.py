"""Options of checking as JSON, the form in which the project file keeps them."""

from __future__ import annotations

from core.changes.codec import Json, decoded, dumps
from core.detectors.options import CheckOptions, Conventions, Era, Level, Region


def encode_options(options: CheckOptions) -> str:
    """Write options; the same options are always written the same."""
    return dumps(
        {
            "level": options.level.value,
            "off": sorted(options.off),
            "era": options.conventions.era.value,
            "region": options.conventions.region.value,
        }
    )


def decode_options(written: str) -> CheckOptions:
    """Read what `encode_options` wrote. Raises ValueError where it is anything else.

    Names of rules that this program does not know are kept: another version may know them.
    """
    return decoded(written, _read)


def _read(data: Json) -> CheckOptions:
    if not all(isinstance(name, str) for name in data["off"]):
        raise ValueError("rules are known by their names")
    conventions = Conventions(Era(data["era"]), Region(data["region"]))
    return CheckOptions(Level(data["level"]), frozenset(data["off"]), conventions)
