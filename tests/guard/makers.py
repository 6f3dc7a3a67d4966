"""Private data and harmless documents, made up from a seed: the numbers belong to nobody."""

from __future__ import annotations

import random
from collections.abc import Callable

from disclosure.guard.checksums import is_bank_card, is_resident_id

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
GIVEN = "建国志强秀英丽华伟芳敏静军洋勇艳杰娟涛明超兰霞平刚桂玉红文辉力亚飞"
REGIONS = ("330702", "330103", "110105", "310115", "440305", "510107", "650102", "420106")
Chance = random.Random


def resident_id(chance: Chance, ends_right: bool = True) -> str:
    body = f"{chance.choice(REGIONS)}{chance.randint(1940, 2012)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{chance.randint(0, 999):03}"
    ends = [body + end for end in "0123456789X" if is_resident_id(body + end) is ends_right]
    return chance.choice(ends)


def old_resident_id(chance: Chance) -> str:
    return f"{chance.choice(REGIONS)}{chance.randint(40, 99)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{chance.randint(1, 999):03}"


def mobile(chance: Chance) -> str:
    return f"1{chance.choice('3456789')}{chance.randint(0, 9)}{chance.randint(0, 99999999):08}"


def landline(chance: Chance) -> str:
    area = chance.choice(("010", "021", "0571", "0579", "0755"))
    return f"{area}-{chance.choice('2345678')}{chance.randint(0, 9999999):07}"


def bank_card(chance: Chance, ends_right: bool = True) -> str:
    length = chance.choice((15, 18))
    body = chance.choice(("622202", "621700", "622848", "436742", "955880")) + "".join(
        chance.choice("0123456789") for _ in range(length - 6)
    )
    ends = [body + end for end in "0123456789" if is_bank_card(body + end) is ends_right]
    return chance.choice(ends) if ends else bank_card(chance, ends_right)


def plate(chance: Chance) -> str:
    first = chance.choice("浙京沪苏粤鲁川豫") + chance.choice("ABCDEFGHJK")
    if chance.random() < 0.3:
        return f"{first}D{chance.randint(0, 99999):05}"
    letters = [chance.choice("ABCDEFGHJKLMNPQRSTUVWXYZ"), *(chance.choice("0123456789") for _ in range(4))]
    chance.shuffle(letters)
    return first + "".join(letters)


def passport(chance: Chance) -> str:
    return chance.choice("EG") + f"{chance.randint(30000000, 99999999)}"


def wechat(chance: Chance) -> str:
    return "".join(chance.choice("abcdefghkmnpqrstwxyz") for _ in range(6)) + f"_{chance.randint(10, 99999)}"


def email(chance: Chance) -> str:
    name = "".join(chance.choice("abcdefghkmnpqrstwxyz") for _ in range(7))
    return f"{name}{chance.randint(1, 99)}@{chance.choice(('qq.com', '163.com', 'gmail.com', 'sina.com.cn'))}"


def name(chance: Chance) -> str:
    return chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2))))


def address(chance: Chance) -> str:
    street = chance.choice(("文昌路", "八一街", "滨江大道", "荷花新村", "金都花园"))
    return f"{street}{chance.randint(1, 500)}号{chance.randint(1, 30)}幢{chance.randint(101, 2404)}室"


# Eight kinds: what makes one, the sentence it stands in, and the rules that name it.
KINDS: dict[str, tuple[Callable[[Chance], str], str, tuple[str, ...]]] = {
    "id": (resident_id, "身份证号{}，已登记。", ("resident-id",)),
    "old-id": (old_resident_id, "证件号码：{}。", ("resident-id",)),
    "mobile": (mobile, "其本人手机{}，随时可联系。", ("mobile-number",)),
    "landline": (landline, "举报人家中电话{}。", ("private-phone",)),
    "card": (bank_card, "补偿款打入{}。", ("bank-card",)),
    "plate": (plate, "当场查获车辆{}，已扣押。", ("number-plate",)),
    "passport": (passport, "持护照{}入境。", ("passport-number",)),
    "contact": (lambda c: c.choice((wechat, email))(c), "可加微信：{}联系。", ("wechat-id", "private-email")),
}
BESIDES: dict[str, tuple[Callable[[Chance], str], str, tuple[str, ...]]] = {
    "name": (name, "举报人{}反映夜间噪声。", ("unmasked-name",)),
    "address": (address, "村民陈某，家住白沙街道{}。", ("home-address",)),
}


def spaced(value: str, chance: Chance) -> str:
    """With spaces or hyphens where people put them."""
    if "@" in value:
        return value.replace("@", " @ ")
    if "_" in value:
        return value[:3] + " " + value[3:]
    if "\u4e00" <= value[-1] <= "\u9fff":
        return " ".join(value) if len(value) < 4 else value.replace("号", " 号 ")
    if not value[0].isdigit():
        return (
            value[:2] + chance.choice(" ·-") + value[2:]
            if not value.isascii()
            else value[0] + " " + value[1:]
        )
    sign, digits = chance.choice(" -"), value.replace("-", "")
    if chance.random() < 0.3:
        return " ".join(digits)
    sizes = {
        11: (3, 4, 4),
        18: (6, 8, 4),
        15: (6, 6, 3),
        16: (4, 4, 4, 4),
        19: (4, 4, 4, 4, 3),
        12: (4, 4, 4),
    }[len(digits)]
    if "-" in value and len(digits) == 11:
        sizes = (3, 8) if digits.startswith("0") and digits[1] in "12" else (4, 7)
    parts, start = [], 0
    for size in sizes:
        parts.append(digits[start : start + size])
        start += size
    return sign.join(parts)


def full_width(value: str, chance: Chance) -> str:
    return "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" else ch for ch in value)


def zero_width(value: str, chance: Chance) -> str:
    sign = chance.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad")
    return "".join(ch + (sign if n % 3 == 1 else "") for n, ch in enumerate(value))


def split(value: str, chance: Chance) -> str:
    place = chance.randint(1, len(value) - 1) if len(value) < 5 else chance.randint(2, len(value) - 2)
    return value[:place] + "\n" + value[place:]


WAYS: dict[str, Callable[[str, Chance], str]] = {
    "plain": lambda value, chance: value,
    "spaced": spaced,
    "full-width": full_width,
    "zero-width": zero_width,
    "split": split,
}
