"""Reading XML that may come from anyone: no entities of its own, no other files, no depth without end."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from core.errors import BadInputError
from core.messages import message

DEEPEST = 200
"""How many elements may stand in one another; pages of ALTO and PAGE-XML need a dozen."""


def parse_xml(raw: bytes, name: str) -> Element:
    """Return the root of the document `raw`; elements and attributes are called without their namespaces.

    Raises BadInputError, which calls the file `name`, where it is not well-formed, declares entities (a few
    lines of which can become gigabytes), or nests deeper than any page does.
    """
    builder, parser, depth = TreeBuilder(), expat.ParserCreate(namespace_separator="}"), 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise BadInputError(name, message("XML 的嵌套超过 {limit} 层", limit=DEEPEST))
        builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(tag))

    def refuse(*_: object) -> None:
        raise BadInputError(name, message("XML 里定义了实体，不能导入"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        cause = message("不是完整的 XML，错在第 {line} 行", line=error.lineno)
        raise BadInputError(name, cause) from error
    except (ValueError, LookupError) as error:
        # An encoding that the parser does not know.
        raise BadInputError(name, message("XML 的文字编码读不了")) from error
    return builder.close()


def number(element: Element, attribute: str) -> float | None:
    """Return an attribute that is a number no image is beyond, else None."""
    try:
        value = float(element.get(attribute, ""))
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
