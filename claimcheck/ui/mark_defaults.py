"""How the next mark of each kind will look, and the looks that the user gave a name.

Both are kept in the library's settings, as JSON, and are there again after a restart.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import cattrs
from PySide6.QtCore import QObject, QTimer, Signal

from claimcheck.library.values import from_plain, to_plain
from claimcheck.model.kinds import MarkKind, Sticker
from claimcheck.model.review import Style

log = logging.getLogger(__name__)

INK, YELLOW = "#17150F", "#FFD60A"
SETTING = "mark-styles"
"""Where in the library's settings they are kept."""
_KEPT_AFTER_MS = 400

_FIRST: dict[MarkKind, Style] = {kind: Style(colour=INK) for kind in MarkKind} | {
    MarkKind.REDACTION: Style(colour=INK, filled=True),
    MarkKind.HIGHLIGHTER: Style(colour=YELLOW, stroke=28.0, opacity=0.5),
    MarkKind.MAGNIFIER: Style(colour=INK, stroke=4.0),
    MarkKind.SPOTLIGHT: Style(colour=INK, opacity=0.6),
    MarkKind.MEASURE: Style(colour=INK, stroke=4.0, font_size=32.0),
    MarkKind.SWATCH: Style(colour=INK, stroke=4.0, font_size=32.0),
}


@dataclass(frozen=True, slots=True)
class Preset:
    """A look with a name."""

    name: str
    style: Style


class MarkDefaults(QObject):
    """Shared by the canvas, which reads it for a new mark, and the inspector, which sets it."""

    changed = Signal()
    presets_changed = Signal()
    picking = Signal()
    """The user wants to take a colour from a picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._styles = dict(_FIRST)
        self._curved: frozenset[MarkKind] = frozenset()
        self._kind = MarkKind.BOX
        self._presets: tuple[Preset, ...] = ()
        self._picture_id = ""
        self.copied: Style | None = None
        """The look of the mark that was copied last."""
        self._keep: Callable[[str], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    # --- the next mark ----------------------------------------------------------------------------

    @property
    def kind(self) -> MarkKind:
        """The kind that is drawn next: what the panel shows when nothing is selected."""
        return self._kind

    def style(self, kind: MarkKind) -> Style:
        """The style for the next mark of ``kind``."""
        return self._styles[kind]

    def is_curved(self, kind: MarkKind) -> bool:
        """Whether the next line or arrow is bent."""
        return kind in self._curved

    def set_kind(self, kind: MarkKind) -> None:
        """The canvas says which kind its tool draws."""
        if kind is not self._kind:
            self._kind = kind
            self.changed.emit()

    def set_style(self, kind: MarkKind, style: Style) -> None:
        """Remember ``style`` for the next mark of ``kind``; a redaction stays filled."""
        if kind is MarkKind.REDACTION:
            style = replace(style, filled=True)
        if style != self._styles[kind]:
            self._styles[kind] = style
            self._timer.start()
            self.changed.emit()

    def set_curved(self, kind: MarkKind, curved: bool) -> None:
        """Remember whether the next line or arrow of ``kind`` is bent."""
        if curved != self.is_curved(kind):
            self._curved = self._curved | {kind} if curved else self._curved - {kind}
            self._timer.start()
            self.changed.emit()

    @property
    def picture_id(self) -> str:
        """The evidence that the next stamp of a picture shows; pictures belong to their review."""
        return self._picture_id

    def set_picture(self, evidence_id: str) -> None:
        """The next stamp shows this picture of the user's own."""
        self._picture_id = evidence_id
        self.set_style(
            MarkKind.STAMP, replace(self._styles[MarkKind.STAMP], sticker=Sticker.PICTURE)
        )
        self.changed.emit()

    # --- presets ----------------------------------------------------------------------------------

    @property
    def presets(self) -> tuple[Preset, ...]:
        """The looks with a name, in the order of their names."""
        return self._presets

    def preset(self, name: str) -> Preset | None:
        """The look of this name."""
        return next((one for one in self._presets if one.name == name), None)

    def put_preset(self, name: str, style: Style) -> None:
        """Keep a look under a name; one that has it already is replaced."""
        self._set_presets((*self._without(name), Preset(name.strip(), style)))

    def rename_preset(self, name: str, to: str) -> None:
        """Give a look another name, which must be free and not empty."""
        found = self.preset(name)
        if found is not None:
            self._set_presets((*self._without(name), Preset(to.strip(), found.style)))

    def delete_preset(self, name: str) -> None:
        """Forget a look."""
        self._set_presets(self._without(name))

    def _without(self, name: str) -> tuple[Preset, ...]:
        return tuple(one for one in self._presets if one.name != name.strip())

    def _set_presets(self, presets: Iterable[Preset]) -> None:
        self._presets = tuple(sorted(presets, key=lambda one: one.name.casefold()))
        self._timer.start()
        self.presets_changed.emit()

    # --- over restarts ----------------------------------------------------------------------------

    def restore(self, text: str, keep: Callable[[str], None] | None) -> None:
        """Take over what was kept as ``text``; from now on hand changes to ``keep``."""
        self._keep = keep
        if not text:
            return
        try:
            plain = json.loads(text)
            styles = {MarkKind(k): from_plain(v, Style) for k, v in plain["styles"].items()}
            curved = frozenset(MarkKind(kind) for kind in plain["curved"])
            presets = tuple(
                Preset(str(one["name"]), from_plain(one["style"], Style))
                for one in plain["presets"]
            )
        except (ValueError, KeyError, TypeError, AttributeError, cattrs.BaseValidationError):
            log.warning("the kept styles of marks can't be read; starting with the first ones")
            return
        self._styles |= styles
        self._curved, self._presets = curved, presets

    def keep_now(self) -> None:
        """Hand what is not kept yet to the library."""
        self._timer.stop()
        if self._keep is None:
            return
        # What hides something starts safe each time: solid, whatever was chosen last.
        kept = {k: s for k, s in self._styles.items() if s != _FIRST[k]}
        kept.pop(MarkKind.REDACTION, None)
        plain = {
            "styles": {kind: to_plain(style) for kind, style in kept.items()},
            "curved": sorted(self._curved),
            "presets": [{"name": p.name, "style": to_plain(p.style)} for p in self._presets],
        }
        self._keep(json.dumps(plain, ensure_ascii=False))

    @property
    def is_kept(self) -> bool:
        """Whether nothing waits for ``keep_now``."""
        return not self._timer.isActive()
