"""Read a TOML file of our own kinds; what is wrong with it is told with file, line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.errors import ErrorKind, KnownError

V = TypeVar("V", str, int, float, list, dict, date)  # type: ignore[type-arg]


class Table:
    """The values of one TOML file, each asked for by its name and kind.

    Every question that the file can't answer raises ``KnownError`` TEMPLATE_FAULTY.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
        except UnicodeDecodeError as error:
            raise self.fault("it is not UTF-8 text", 1) from error
        try:
            self._values = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else self._text.count("\n") + 1
            raise self.fault(re.sub(r" \(at .*\)", "", str(error)), line) from error

    def fault(self, reason: str, line: int) -> KnownError:
        """The error to raise about one line of this file."""
        return KnownError(ErrorKind.TEMPLATE_FAULTY, self.path, line=line, reason=reason)

    def fault_at(self, name: str, reason: str) -> KnownError:
        """The error to raise about the value called ``name`` (``section.key`` inside a section)."""
        return self.fault(f"{name} {reason}", self._line_of(name))

    def get(self, name: str, kind: type[V]) -> V:
        """The value called ``name``, which must be there; a whole number counts as a float."""
        values: Any = self._values
        for part in name.split("."):
            if not isinstance(values, Mapping) or part not in values:
                raise self.fault_at(name, "is missing")
            values = values[part]
        wanted: Any = (int, float) if kind is float else kind
        if not isinstance(values, wanted) or isinstance(values, bool):
            raise self.fault_at(name, f"must be {_KIND_WORDS[kind]}")
        return values  # type: ignore[no-any-return]

    def has(self, name: str) -> bool:
        """Whether there is a value called ``name``."""
        values: Any = self._values
        for part in name.split("."):
            if not isinstance(values, Mapping) or part not in values:
                return False
            values = values[part]
        return True

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self.get(name, int)
        if not low <= value <= high:
            raise self.fault_at(name, f"must be from {low} to {high}")
        return value

    def colour(self, name: str) -> str:
        """A colour as ``#RRGGBB``."""
        value = self.get(name, str)
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
            raise self.fault_at(name, "must be a colour such as #FFD60A")
        return value

    def name_of(self, name: str) -> str:
        """What files and commands can call something by: small letters, digits and hyphens."""
        value = self.get(name, str)
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", value):
            raise self.fault_at(name, "must be small letters, digits and hyphens, at most 40")
        return value

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """One of the words in ``allowed``."""
        value = self.get(name, str)
        if value not in allowed:
            raise self.fault_at(name, f"must be one of {', '.join(allowed)}")
        return value

    def only(self, *allowed: str) -> None:
        """Refuse names that nobody reads: most often a slip of the pen."""
        for name, value in self._values.items():
            inner = [f"{name}.{key}" for key in value] if isinstance(value, dict) else [name]
            for full in inner:
                if full not in allowed:
                    raise self.fault_at(full, "is not known here")

    def _line_of(self, name: str) -> int:
        """The line where ``name`` stands, else of its section; else the first for what belongs
        above all sections, and the last for a section that isn't there.
        """
        *sections, key = name.split(".")
        current: list[str] = []
        nearest = (self._text.count("\n") or 1) if sections else 1
        for number, line in enumerate(self._text.splitlines(), start=1):
            if found := re.match(r"\s*\[([\w.-]+)\]", line):
                current = found[1].split(".")
                if current in (sections, [*sections, key]):
                    nearest = number
            elif current == sections and re.match(rf"\s*{re.escape(key)}\s*=", line):
                return number
        return nearest


_KIND_WORDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a section",
    date: "a date such as 2026-08-01",
}
