"""The check digits of identity numbers and bank cards, and the forms they must have.

Pure arithmetic over plain ASCII digits: GB 11643 for identity numbers, GB 32100 for social credit codes,
Luhn for cards.
"""

from __future__ import annotations

from datetime import date

_PROVINCES = frozenset(
    n
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for n in range(first, last + 1)
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_ENDS = "10X98765432"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(3**n % 31 for n in range(17))


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


def has_id_form(value: str) -> bool:
    """Whether 18 characters are a region, a day of birth and a number, whatever their check digit."""
    if len(value) != 18 or not value[:17].isdigit() or int(value[:2]) not in _PROVINCES:
        return False
    return value[6:8] in ("18", "19", "20") and _is_day(int(value[6:10]), value[10:12], value[12:14])


def is_resident_id(value: str) -> bool:
    """Whether it is an identity number of 18 characters with the right check digit."""
    if not has_id_form(value):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, _ID_WEIGHTS, strict=False))
    return _ID_ENDS[total % 11] == value[17].upper()


def is_old_resident_id(value: str) -> bool:
    """Whether it is an identity number of 15 digits, which carried no check digit."""
    if len(value) != 15 or not value.isdigit() or int(value[:2]) not in _PROVINCES or value[2:6] == "0000":
        return False
    return _is_day(1900 + int(value[6:8]), value[8:10], value[10:12])


def is_bank_card(value: str) -> bool:
    """Whether it is a card number: 16 to 19 digits of an issuer's range that pass Luhn."""
    if not 16 <= len(value) <= 19 or not value.isdigit() or has_id_form(value):
        return False
    if value[0] not in "3456" and not value.startswith(("9558", "9559", "9843")):
        return False
    if len(set(value)) < 3:
        return False
    digits = [int(digit) for digit in reversed(value)]
    return sum(d if n % 2 == 0 else d * 2 - 9 * (d > 4) for n, d in enumerate(digits)) % 10 == 0


def is_credit_code(value: str) -> bool:
    """Whether it is a unified social credit code with the right check character."""
    value = value.upper()
    if len(value) != 18 or any(ch not in _CREDIT for ch in value):
        return False
    total = sum(_CREDIT.index(ch) * weight for ch, weight in zip(value, _CREDIT_WEIGHTS, strict=False))
    return _CREDIT[(31 - total % 31) % 31] == value[17]
