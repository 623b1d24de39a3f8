"""From a file's bytes to its text, and which encoding that took.

Strict UTF-8 is sure enough to be believed at once. What else Chinese files are written in can only be
guessed: every encoding that fits is tried, and the one whose text is most plausibly Chinese is taken.
"""

from __future__ import annotations

import codecs
import re

from core.errors import BadInputError
from core.importers.plausible import plausibility
from core.messages import message
from core.printed.form import form_of

PLAUSIBLE = 0.4
"""From this plausibility on a guess is believed. Among texts of ten characters and more, rightly decoded ones
lie above it and wrongly decoded ones below, but for one in several hundred."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 first: its mark in little endian begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
)
_CANDIDATES = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What UTF-8 is not, the likeliest first."""

_WIDER = {"gb2312": ("gb18030",), "gbk": ("gb18030",), "big5": ("cp950", "big5hkscs")}
"""Files said to be in the narrow encoding hold characters of the wider one in practice."""

_OPINION_NEEDS = 32
_OPINION_READS = 1 << 16
_HEAD_NEEDS = 24
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]")
_LONE_SURROGATE = re.compile("[\\ud800-\\udfff]")


def decode(raw: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    r"""Return the text of `raw`, line ends as \n and no byte order mark, and the encoding that was used.

    `encoding` overrides the detection; it may be the name of a `Form`, whose files tell a text. Decoding
    again with the encoding returned gives the same text.
    Characters that stand for lost ones (U+FFFD) are kept, unless they are most of the text. `name` is what an
    error calls the file. Raises BadInputError where the bytes are no text, where the encoding is unknown or
    does not fit, and where none can be recognised.
    """
    decoded, used = _detect(raw, name) if encoding is None else _as_told(raw, name, encoding)
    text = _lines(decoded, name)
    if _is_full_of_controls(text):
        raise _binary(name)
    if _LONE_SURROGATE.search(text):
        raise BadInputError(name, message("含有不成对的代理码位，不是完整的文字"))
    if text.count("\ufffd") * 2 > len(text):
        raise BadInputError(name, message("大半文字已变成“�”，请改用转码以前的文件"))
    return text, used


def decode_again(raw: bytes, name: str, encoding: str) -> str:
    """Return the text of bytes that `decode` has taken before, in a quarter of the time.

    `encoding` is what it said then. What was looked for then is not looked for again; bytes that have become
    no text since raise BadInputError.
    """
    return _lines(_as_told(raw, name, encoding)[0], name)


def _lines(decoded: str, name: str) -> str:
    text = decoded.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise _binary(name)
    return text


def _binary(name: str) -> BadInputError:
    return BadInputError(name, message("是二进制文件，不是文字"))


def _as_told(raw: bytes, name: str, encoding: str) -> tuple[str, str]:
    if (form := form_of(encoding)) is not None:
        # Most projects hold plain text only; the parsers need not be there then.
        from core.printed.reading import printed_page

        return printed_page(raw, name, form)[0].text, encoding
    unknown = BadInputError(name, message("没有叫“{encoding}”的文字编码", encoding=encoding))
    try:
        known = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise unknown from error
    failures: list[UnicodeError] = []
    for wider in _WIDER.get(known, (known,)):
        try:
            return raw.decode(wider), wider
        except LookupError as error:
            # A codec that gives bytes (hex, zip).
            raise unknown from error
        except UnicodeError as error:
            failures.append(error)
    # The encoding that came furthest is the one to blame.
    starts = [failure.start for failure in failures if isinstance(failure, UnicodeDecodeError)]
    if not starts:
        raise BadInputError(name, message("不能按 {encoding} 解码", encoding=encoding)) from failures[0]
    cause = message(
        "不能按 {encoding} 解码，第 {byte} 个字节不合这种编码", encoding=encoding, byte=max(starts) + 1
    )
    raise BadInputError(name, cause) from failures[0]


def _detect(raw: bytes, name: str) -> tuple[str, str]:
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise BadInputError(name, message("内容是 {kind}，不是文字", kind=kind))
    for mark, marked in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _as_told(raw, name, marked)
    unicode = _strictly(raw, "utf-8")
    if unicode is not None and not _CONTROL.search(unicode):
        return unicode, "utf-8"
    guess = _likeliest(raw)
    if guess is not None:
        return guess
    if unicode is not None:
        return unicode, "utf-8"
    opinion = _second_opinion(raw)
    if opinion is not None:
        return opinion
    raise _unrecognised(raw, name)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliest(raw: bytes) -> tuple[str, str] | None:
    """Return the most plausible text of `raw` and its encoding, None where none is plausible."""
    best, likeliest = PLAUSIBLE, None
    for encoding in _CANDIDATES:
        text = _strictly(raw, encoding)
        if text is None or "\x00" in text:
            continue
        score = plausibility(text)
        if score > best or (likeliest is None and score == best):
            best, likeliest = score, (text, encoding)
    return likeliest


def _second_opinion(raw: bytes) -> tuple[str, str] | None:
    """Ask charset-normalizer, which knows other languages' encodings too; None where it knows none."""
    if len(raw) < _OPINION_NEEDS or b"\x00" in raw:
        return None
    # Hardly any file needs it, and every start of the program would pay for importing it.
    from charset_normalizer import from_bytes

    head = raw if len(raw) <= _OPINION_READS else raw[:_OPINION_READS].rpartition(b"\n")[0]
    best = from_bytes(head).best()
    if best is None:
        return None
    used = codecs.lookup(best.encoding).name
    text = _strictly(raw, used)
    return None if text is None else (text, used)


def _unrecognised(raw: bytes, name: str) -> BadInputError:
    if b"\x00" in raw or _is_full_of_controls(raw.decode("ascii", "ignore")):
        return _binary(name)
    heads = [(_good_head(raw, encoding), encoding) for encoding in ("cp950", "gb18030", "utf-8")]
    length, encoding = max(heads)
    if not length:
        return BadInputError(name, message("认不出是哪种文字编码，请指定编码（如 gb18030、big5）"))
    cause = message("像是 {encoding} 编码，但第 {byte} 个字节已损坏", encoding=encoding, byte=length + 1)
    return BadInputError(name, cause)


def _good_head(raw: bytes, encoding: str) -> int:
    """Return how many bytes are plausible Chinese in `encoding` up to its first error; 0 if they are not."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        head = raw[: error.start].decode(encoding)
        good = error.start >= _HEAD_NEEDS and not head.isascii() and plausibility(head) >= PLAUSIBLE
        return error.start if good else 0
    return 0


def _is_full_of_controls(text: str) -> bool:
    return len(_CONTROL.findall(text)) > max(2, len(text) // 50)
