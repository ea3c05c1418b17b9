"""What screen readers take our own widgets for: Qt knows roles of its own ones only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "accessibleRole"
_made: list[QAccessibleInterface] = []
"""Qt deletes each with its widget; Python must not do so before."""


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers take ``widget`` for a ``role``; it still needs a name."""
    if not _made_by.installed:
        QAccessible.installFactory(_made_by)
        _made_by.installed = True
    widget.setProperty(_ROLE, role.value)


class _Factory:
    """Asked for every object that a screen reader comes upon; answers for those with a role."""

    installed = False

    def __call__(self, _class_name: str, of: QObject) -> QAccessibleInterface | None:
        role = of.property(_ROLE) if isinstance(of, QWidget) else None
        if role is None or not isinstance(of, QWidget):
            return None
        made = QAccessibleWidget(of, QAccessible.Role(role))
        _made.append(made)
        return made


_made_by = _Factory()
