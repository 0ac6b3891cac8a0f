"""Plain text: told apart by its bytes, decoded strictly, never guessed."""

import codecs

from kg.errors import DecodeError, PageError
from kg.model.source import Issue, OffsetMap, Page, Region
from kg.reading.mojibake import is_mojibake
from kg.reading.source import Source

MAX_TEXT_BYTES = 8 * 1024 * 1024
"""A newspaper page has some 20 kB; what is four hundred times larger is none, and memory is bounded."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRINTABLE = bytes(set(range(256)) - {*range(9), *range(14, 32)})
_SAMPLE = 1 << 16
_DECLARABLE = frozenset({"big5", "big5hkscs", "euc-jp", "shift_jis", "utf-16"})


def read_text_page(source: Source, issue: Issue) -> Page:
    """Read a text file as one page of one region. Raises `DecodeError` and `PageError`."""
    text, encoding = decode(source.read(MAX_TEXT_BYTES), source.names[0])
    if not text.strip():
        raise PageError(f"{source.names[0]}: the file is empty 文件为空; nothing to read, leave it out")
    return Page(
        source_files=source.names,
        source_sha256=source.sha256,
        encoding=encoding,
        regions=(Region(text=text, offsets=OffsetMap.identity(len(text))),),
        newspaper=issue.newspaper,
        published=issue.published,
        number=issue.page,
        place=issue.place,
    )


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Return text and encoding: by byte order mark, else strict UTF-8, UTF-16 by its zeros, strict GB18030.

    An encoding that the file declares for itself is tried before GB18030. The mark is not part of the text; line ends
    stay as they are. Raises `DecodeError`, also for text that was garbled before it was saved.
    """
    text, encoding = _decode(data, name, declared)
    if is_mojibake(text):
        raise DecodeError(
            f"{name}: garbled text, decoded in a wrong encoding before it was saved 乱码; get the original file again"
        )
    return text, encoding


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), encoding
    zeros = data.count(0)
    utf8 = _attempt(data, "utf-8")
    if isinstance(utf8, str) and zeros <= len(data) // 100:
        return utf8, "utf-8"
    guess = _utf16(data) if zeros else None
    if guess is not None and isinstance(text := _attempt(data, guess), str):
        return text, guess
    if len(data[:_SAMPLE].translate(None, _PRINTABLE)) > max(len(data[:_SAMPLE]) // 50, 3):
        raise DecodeError(f"{name}: not text but binary data 不是文本文件; give the page as text, PDF, HTML or ALTO")
    if isinstance(utf8, str):
        return utf8, "utf-8"
    for encoding in (*([declared] if declared in _DECLARABLE else []), "gb18030"):
        if isinstance(text := _attempt(data, encoding), str):
            return text, encoding
    raise DecodeError(
        f"{name}: neither UTF-8 (fails at byte {utf8}) nor GB18030 (fails at byte {text}) 编码无法识别; "
        "convert it to UTF-8, or fetch it again if it was cut"
    )


def _attempt(data: bytes, encoding: str) -> str | int:
    """Decode strictly; return the text, or the byte at which that fails."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every line feed and ASCII character leaves a zero at one side only."""
    head = data[:4096]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or (low and high):
        return None
    return "utf-16-le" if high else "utf-16-be" if low else None


def _strict(data: bytes, encoding: str, name: str) -> str:
    text = _attempt(data, encoding)
    if isinstance(text, str):
        return text
    why = "编码有误; convert it to UTF-8, or fetch it again if it was cut"
    raise DecodeError(f"{name}: {encoding} fails at byte {text} {why}")
