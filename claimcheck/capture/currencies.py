"""Money signs to ISO 4217 codes; a sign of several currencies is settled by what else is known."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

DASH = ",-"
"""Stands for the cents, in place of any sign."""

# The first code is meant when nothing else is known.
SIGNS: dict[str, tuple[str, ...]] = {
    "€": ("EUR",), "EURO": ("EUR",), "£": ("GBP",), "₤": ("GBP",), "¥": ("JPY", "CNY"),
    "￥": ("JPY", "CNY"), "円": ("JPY",), "元": ("CNY", "TWD", "HKD"), "圓": ("TWD", "HKD"),
    "CN¥": ("CNY",), "RMB": ("CNY",), "원": ("KRW",), "₩": ("KRW",), "₽": ("RUB",),
    "РУБ": ("RUB", "BYN"), "РУБ.": ("RUB", "BYN"), "Р.": ("RUB", "BYN"),
    "Б.Р.": ("BYN",), "₴": ("UAH",),
    "ГРН": ("UAH",), "ГРН.": ("UAH",), "₸": ("KZT",), "ТГ": ("KZT",), "ТГ.": ("KZT",),
    "СУМ": ("UZS",), "СОМ": ("KGS",), "₮": ("MNT",), "₹": ("INR",),
    "RS": ("INR", "PKR", "LKR", "NPR", "MUR"), "RS.": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "₨": ("PKR", "INR", "LKR", "NPR"), "৳": ("BDT",), "TK": ("BDT",), "₺": ("TRY",),
    "TL": ("TRY",), "₪": ("ILS",), "NIS": ("ILS",), "ש״ח": ("ILS",), 'ש"ח': ("ILS",),
    "ZŁ": ("PLN",), "KČ": ("CZK",), "FT": ("HUF",), "FT.": ("HUF",), "LEI": ("RON", "MDL"),
    "LEU": ("RON",), "ЛВ": ("BGN",), "ЛВ.": ("BGN",), "KN": ("HRK",), "ДИН": ("RSD",),
    "ДИН.": ("RSD",), "DIN": ("RSD",), "DIN.": ("RSD",), "KM": ("BAM",), "ДЕН": ("MKD",),
    "KR": ("SEK", "NOK", "DKK", "ISK"), "KR.": ("DKK", "NOK", "SEK", "ISK"),
    "FR.": ("CHF",), "SFR.": ("CHF",), "FR": ("CHF",), "R$": ("BRL",),
    "$": ("USD", "CAD", "AUD", "NZD", "MXN", "CLP", "COP", "ARS", "UYU", "SGD", "HKD", "TWD"),
    "US$": ("USD",), "U$S": ("USD",), "C$": ("CAD",), "CA$": ("CAD",), "CDN$": ("CAD",),
    "A$": ("AUD",), "AU$": ("AUD",), "NZ$": ("NZD",), "MX$": ("MXN",), "S$": ("SGD",),
    "HK$": ("HKD",), "NT$": ("TWD",), "AR$": ("ARS",), "CL$": ("CLP",), "RD$": ("DOP",),
    "S/": ("PEN",), "S/.": ("PEN",), "BS.": ("BOB",), "₡": ("CRC",), "Q": ("GTQ",),
    "₲": ("PYG",), "GS.": ("PYG",), "R": ("ZAR",), "₦": ("NGN",), "KSH": ("KES",), "KSHS": ("KES",),
    "KSH.": ("KES",), "TSH": ("TZS",), "USH": ("UGX",), "FCFA": ("XOF", "XAF"),
    "CFA": ("XOF", "XAF"),
    "GH₵": ("GHS",), "RP": ("IDR",), "RP.": ("IDR",), "RM": ("MYR",), "₱": ("PHP",),
    "฿": ("THB",), "บาท": ("THB",), "₫": ("VND",), "Đ": ("VND",), "DH": ("AED", "MAD"),
    "DHS": ("AED", "MAD"), "د.إ": ("AED",), "د.إ.": ("AED",), "درهم": ("AED", "MAD"),
    "ر.س": ("SAR",), "ر.س.": ("SAR",),
    "ريال": ("SAR", "QAR", "OMR", "YER"), "SR": ("SAR",), "د.ك": ("KWD",), "KD": ("KWD",),
    "DT": ("TND",), "د.ت": ("TND",), "د.ب": ("BHD",), "ر.ع.": ("OMR",), "د.أ": ("JOD",),
    "ر.ق": ("QAR",), "QR": ("QAR",), "ج.م": ("EGP",), "جنيه": ("EGP",), "EGP": ("EGP",),
    "LE": ("EGP",), "L.E": ("EGP",), "L.E.": ("EGP",), "﷼": ("IRR",), "تومان": ("IRR",),
    "ریال": ("IRR",), "₾": ("GEL",),
    "₼": ("AZN",), "֏": ("AMD",), DASH: ("EUR", "CZK", "SEK", "NOK", "DKK", "CHF"),
}  # fmt: skip
IN_THOUSANDTHS = frozenset({"TND", "BHD", "KWD", "OMR", "JOD"})
"""Currencies of three decimals (ISO 4217's minor units) that shops write all three of."""
_WITH_EURO = (
    "de", "fr", "it", "es", "nl", "be", "at", "ie", "fi", "pt", "gr", "lu", "ee", "lv", "lt", "sk",
    "si", "mt", "cy", "hr", "eu",
)  # fmt: skip
_OF_COUNTRY: dict[str, str] = {
    "us": "USD", "ca": "CAD", "au": "AUD", "nz": "NZD", "mx": "MXN", "cl": "CLP", "co": "COP",
    "ar": "ARS", "uy": "UYU", "sg": "SGD", "hk": "HKD", "tw": "TWD", "br": "BRL", "pe": "PEN",
    "bo": "BOB", "cr": "CRC", "gt": "GTQ", "py": "PYG", "do": "DOP", "uk": "GBP", "gb": "GBP",
    "ch": "CHF", "li": "CHF", "se": "SEK", "no": "NOK", "dk": "DKK", "is": "ISK", "pl": "PLN",
    "cz": "CZK", "hu": "HUF", "ro": "RON", "bg": "BGN", "rs": "RSD", "ba": "BAM",
    "mk": "MKD", "tr": "TRY", "ru": "RUB", "by": "BYN", "ua": "UAH", "kz": "KZT", "ge": "GEL",
    "az": "AZN", "am": "AMD", "il": "ILS", "in": "INR", "pk": "PKR", "lk": "LKR", "np": "NPR",
    "bd": "BDT", "mu": "MUR", "cn": "CNY", "jp": "JPY", "kr": "KRW", "th": "THB", "vn": "VND",
    "id": "IDR", "my": "MYR", "ph": "PHP", "ae": "AED", "sa": "SAR", "kw": "KWD", "qa": "QAR",
    "om": "OMR", "ye": "YER", "eg": "EGP", "ma": "MAD", "ir": "IRR", "za": "ZAR", "ng": "NGN",
    "ke": "KES", "gh": "GHS", "md": "MDL", "tz": "TZS", "ug": "UGX", "rw": "RWF", "et": "ETB",
    "ci": "XOF", "sn": "XOF", "cm": "XAF", "dz": "DZD", "tn": "TND", "jo": "JOD", "lb": "LBP",
    "bh": "BHD", "iq": "IQD", "uz": "UZS", "kg": "KGS", "al": "ALL", "mn": "MNT", "mm": "MMK",
    "kh": "KHR", "hn": "HNL", "ni": "NIO", "pa": "PAB", "ec": "USD", "sv": "USD", "ve": "VES",
    "jm": "JMD", "tt": "TTD",
    **dict.fromkeys(_WITH_EURO, "EUR"),
}  # fmt: skip
# Languages of one currency as good as everywhere; the last thing to go by.
_OF_LANGUAGE: dict[str, str] = {
    "ja": "JPY", "ko": "KRW", "pl": "PLN", "cs": "CZK", "hu": "HUF", "ro": "RON", "bg": "BGN",
    "sv": "SEK", "da": "DKK", "nb": "NOK", "nn": "NOK", "no": "NOK", "is": "ISK", "tr": "TRY",
    "ru": "RUB", "uk": "UAH", "he": "ILS", "th": "THB", "vi": "VND", "id": "IDR",
    "zh": "CNY",
    **dict.fromkeys(("nl", "de", "fr", "it", "fi", "el", "sk", "sl", "et", "lv", "lt"), "EUR"),
}  # fmt: skip
_RENAMED = {"RUR": "RUB", "RMB": "CNY", "NTD": "TWD", "BYR": "BYN", "EURO": "EUR", "KČS": "CZK"}
_CODES = frozenset(code for codes in SIGNS.values() for code in codes) | frozenset(
    _OF_COUNTRY.values()
)


def iso_code(sign: str, hints: tuple[str, ...] = ()) -> str:
    """The code for a sign or code as a page writes it, "" when unknown.

    ``hints`` are codes that the page's other parts suggest, the likeliest first; they settle a
    sign that several currencies share.
    """
    sign = sign.strip().upper()
    sign = _RENAMED.get(sign, sign)
    if sign in _CODES:
        return sign
    if len(sign) == 3 and sign.isascii() and sign.isalpha() and sign not in SIGNS:
        return sign  # a rarer code
    codes = SIGNS.get(sign, ())
    return next((hint for hint in hints if hint in codes), codes[0] if codes else "")


def currencies_of_place(url: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Codes that an address (``shop.co.uk``, ``/ie/``, ``en-ca``) and languages suggest."""
    parts = urlsplit(url) if url else None
    countries: list[str] = []
    if parts is not None:
        host = (parts.hostname or "").split(".")
        locales = re.findall(
            r"(?:^|[/.])[a-z]{2}[-_]([a-z]{2})(?=[/.]|$)", f"{'.'.join(host)}{parts.path.lower()}"
        )
        countries += locales
        countries += re.findall(r"^/([a-z]{2})(?=/)", parts.path.lower())
        countries += host[-1:] if len(host) > 1 else []
    countries += [
        found[1].lower()
        for text in languages
        if (found := re.match(r"[a-z]{2,3}[-_]([a-z]{2})\b", text, re.I))
    ]
    codes = [_OF_COUNTRY[place] for place in countries if place in _OF_COUNTRY]
    spoken = [re.split(r"[-_]", text.strip().lower())[0] for text in languages]
    codes += [_OF_LANGUAGE[name] for name in spoken if name in _OF_LANGUAGE]
    return tuple(dict.fromkeys(codes))


# Signs that are words or units too ("le 12", "5 km", "12 ft", "DIN 18"): not looked for in texts.
_AMBIGUOUS = frozenset({"LE", "KM", "FT", "DIN", "FR", "SR", "R", "Q", "KD", "QR"})


def _sign_pattern() -> str:
    signs = sorted(set(SIGNS) - _AMBIGUOUS - {DASH}, key=len, reverse=True)
    return "|".join(
        [
            *map(_guarded, sorted(_CODES)),
            *map(_guarded, signs),
            _guarded("Ft", "-i"),
            _guarded("R", "-i"),
        ]
    )


def _guarded(sign: str, flags: str = "") -> str:
    """The sign, not in the middle of a word."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    inner = before + re.escape(sign) + after
    return f"(?{flags}:{inner})" if flags else inner


SIGN_PATTERN = _sign_pattern()
"""Matches any sign or code; case is to be ignored."""
