"""Numbers that identify people: identity cards, telephones, bank accounts.

Short numbers of services (110, 12345) identify nobody and stay, and so does a number that counts something.
"""

from collections.abc import Iterator
from datetime import date

from kg import expressions as re
from kg.model.source import Span

MASK = "*"
_DIGIT = "[0-9０-９]"
_NUMBER = re.compile(
    rf"(?<![0-9０-９A-Za-z.．]){_DIGIT}(?:[ \-－—‐–]?{_DIGIT}){{6,22}}[XxＸｘ]?(?![0-9０-９A-Za-z]|[.．]{_DIGIT})"
)
_COUNTS = re.compile(r"\s*(?:余|多)?(?:[万亿]|元|人|户|吨|公里|平方|亩|株|件|份|册|年|台|套|%|％)")
"""What follows a number that counts."""
_ACCOUNT = re.compile(r"(?:账号|帐号|账户|帐户|卡号|银行卡)[^。；\n]{0,12}$")
_CALL = re.compile(r"(?:电话|热线|手机|传真|联系方式|咨询|举报|致电|拨打|微信|QQ)[^。；\n]{0,24}$")
_BEFORE = 40
"""Characters before a number in which a word may say what it is."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
"""GB 11643-1999: weights of the first 17 digits, and the last character by their sum modulo 11."""


def find_numbers(text: str) -> Iterator[Span]:
    """Give the numbers of identity cards, telephones and accounts, in order."""
    for found in _NUMBER.finditer(text):
        digits = _plain(found[0])
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        if _is_card(digits) or _is_account(digits, before) or _is_telephone(digits, found, before):
            yield Span(found.start(), found.end())


def masked(words: str) -> str:
    """Return a number with its digits covered; what parts them stays."""
    return "".join(MASK if each.isalnum() else each for each in words)


def _plain(words: str) -> str:
    kept = (each for each in words if each.isalnum())
    return "".join(str(int(each)) if each.isdigit() else "X" for each in kept)


def _is_card(digits: str) -> bool:
    """Tell an identity card's number: of 18 characters with a date of birth or a right check digit, or the old 15."""
    if len(digits) == 15 and digits.isdigit():
        return _is_day("19" + digits[6:12])
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _is_day(digits[6:14]) or _CHECK[total % 11] == digits[17]


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1880 <= born.year <= 2100


def _is_account(digits: str, before: str) -> bool:
    """Tell an account: a bank card's 16 to 19 digits with Luhn's check (ISO/IEC 7812-1), or what a word announces."""
    if not digits.isdigit():
        return False
    if _ACCOUNT.search(before):
        return len(digits) >= 9
    doubled = [int(d) * 2 if i % 2 else int(d) for i, d in enumerate(reversed(digits))]
    return 16 <= len(digits) <= 19 and sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _is_telephone(digits: str, found: re.Match[str], before: str) -> bool:
    """Tell a telephone: a mobile number, one with an area code or 400 or 800, or seven digits that a word announces."""
    if not digits.isdigit() or _COUNTS.match(found.string, found.end()):
        return False
    if re.fullmatch(r"(?:86)?1[3-9]\d{9}|[48]00\d{7}", digits):
        return True
    if re.fullmatch(r"0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}", digits):
        return True
    return len(digits) in (7, 8) and digits[0] in "23456789" and _CALL.search(before) is not None
