"""The card follows every edit, is checked, and leaves as a real file."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.formats import all_formats
from claimcheck.cards.lint import Finding, FindingKind
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.library.library import Library
from claimcheck.library.records import ExportRecord
from claimcheck.model import edits
from claimcheck.model.kinds import CalloutStyle, Role, Verdict
from claimcheck.model.review import CardSettings
from claimcheck.ui.panels import card_export
from claimcheck.ui.panels.card_checks import checks_of
from claimcheck.ui.panels.card_drag import file_name_of
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, session: Session) -> CardStep:
    made = CardStep(session)
    qtbot.addWidget(made)
    made.resize(1216, 664)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def step(qtbot: QtBot, session: Session) -> CardStep:
    made = shown(qtbot, session)
    qtbot.waitUntil(lambda: made.card is not None, timeout=10_000)
    return made


def card(session: Session) -> CardSettings:
    return session.document.review.card


def pixels(image: QImage) -> RGB:
    return as_rgb(image)


def changed(qtbot: QtBot, step: CardStep, before: QImage) -> QImage:
    qtbot.waitUntil(
        lambda: not step.preview.image.isNull() and step.preview.image != before, timeout=5000
    )
    return step.preview.image


def set_title(session: Session, title: str) -> None:
    new = replace(card(session), title=title)
    session.document.apply(lambda review: edits.set_card(review, new), "Edit title")


def test_the_preview_follows_the_title(qtbot: QtBot, session: Session, step: CardStep) -> None:
    before = step.preview.image
    step.form.title.setFocus()
    QTest.keyClicks(step.form.title, "Half a jar")
    assert card(session).title == "Half a jar"
    after = changed(qtbot, step, before)
    session.document.stack.undo()
    session.document.stack.undo()
    session.document.stack.undo()
    assert card(session).title == ""
    assert step.form.title.toPlainText() == ""
    again = changed(qtbot, step, after)
    qtbot.waitUntil(lambda: step.preview.image == before, timeout=5000)
    assert not np.array_equal(pixels(after), pixels(again))


@pytest.mark.alone
def test_an_edit_is_on_screen_within_100_ms_once_the_pictures_are_read(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    taken = []
    for number in range(7):
        before = step.preview.image
        start = time.perf_counter()
        set_title(session, f"Half a jar {number}")
        changed(qtbot, step, before)
        taken.append(1000 * (time.perf_counter() - start))
        qtbot.wait(400)  # the gallery follows later
    # The machine may be busy with other things now and then, but not most of the time.
    assert sorted(taken)[len(taken) // 2] < 100, taken


def test_only_the_newest_version_is_shown(qtbot: QtBot, session: Session, step: CardStep) -> None:
    titles = []
    step._renderer.rendered.connect(lambda _: titles.append(card(session).title))
    for number in range(20):
        set_title(session, f"Version {number}")
        qtbot.wait(2)
    wanted = card(session)
    qtbot.waitUntil(lambda: step._renderer._painted == step._renderer._wanted, timeout=5000)
    painted = step._renderer._painted
    assert painted is not None
    assert painted[0].card.title == wanted.title == "Version 19"
    assert titles[-1] == "Version 19"


def test_every_template_shows_the_open_review(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    tiles = list(step.gallery.tiles.values())
    assert len(tiles) >= 2
    qtbot.waitUntil(lambda: all(not tile.image.isNull() for tile in tiles), timeout=10_000)
    images = [pixels(tile.image) for tile in tiles]
    assert not np.array_equal(images[0], images[1])
    old = [tile.image for tile in tiles]
    set_title(session, "Something else altogether")
    qtbot.waitUntil(
        lambda: all(tile.image != was for tile, was in zip(tiles, old, strict=True)), timeout=5000
    )


def test_every_format_shows_the_open_review_and_is_chosen_by_a_click(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    tiles = step.formats.tiles
    assert set(tiles) == {one.id for one in all_formats()}
    qtbot.waitUntil(lambda: all(not tile.image.isNull() for tile in tiles.values()), timeout=20_000)
    assert tiles["landscape"].image.width() > tiles["landscape"].image.height()
    assert tiles["tiktok"].image.width() < tiles["tiktok"].image.height()
    QTest.mouseClick(tiles["square"], LEFT)
    assert card(session).format == "square"
    assert tiles["square"].isChecked()
    session.document.stack.undo()
    assert card(session).format == "tiktok"
    assert tiles["tiktok"].isChecked()


def test_small_cards_are_painted_one_after_another(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    small = [*step.gallery.renderers.values(), *step.formats.renderers.values()]
    set_title(session, "One after another")
    most = 0

    def all_painted() -> bool:
        nonlocal most
        most = max(most, sum(one._under_way is not None for one in small))
        return all(one._painted is not None and one._painted == one._wanted for one in small)

    qtbot.waitUntil(all_painted, timeout=30_000)
    assert most <= 1


def test_choosing_a_template_is_undoable(qtbot: QtBot, session: Session, step: CardStep) -> None:
    before = step.preview.image
    QTest.mouseClick(step.gallery.tiles["stacked"], LEFT)
    assert card(session).template == "stacked"
    changed(qtbot, step, before)
    assert step.card is not None
    assert step.card.template.id == "stacked"
    session.document.stack.undo()
    assert card(session).template == "side-by-side"
    assert step.gallery.tiles["side-by-side"].isChecked()
    assert not step.gallery.tiles["stacked"].isChecked()


def test_claim_handle_language_format_and_caption(session: Session, step: CardStep) -> None:
    form = step.form
    claim = session.document.review.claims[1]
    for combo, value in (
        (form.claim, claim.id),
        (form.language, "nl"),
        (form.format, "everywhere"),
    ):
        combo.setFocus()
        while combo.currentData() != value:
            QTest.keyClick(combo, Qt.Key.Key_Down)
    form.handle.setFocus()
    QTest.keyClicks(form.handle, "me.reviews")
    form.caption.setFocus()
    QTest.keyClicks(form.caption, "Counted")
    found = card(session)
    assert (found.claim_id, found.language, found.format) == (claim.id, "nl", "everywhere")
    assert (found.handle, found.caption) == ("me.reviews", "Counted")
    QTest.mouseClick(form.copy, LEFT)
    copied = QGuiApplication.clipboard().text().split("\n\n")
    assert copied[0] == "Counted"
    assert copied[1].startswith("Bronnen:")  # the card is in Dutch now
    while session.document.stack.canUndo():
        session.document.stack.undo()
    assert form.handle.text() == ""
    assert form.format.currentData() == "tiktok"


def test_the_footer_is_a_toggle_that_says_what_it_will_say(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    before, form = step.preview.image, step.form
    assert form.footer_words.text() == "Pictures unchanged; colours unchanged"
    form.footer.setFocus()
    QTest.keyClick(form.footer, Qt.Key.Key_Space)
    assert card(session).footer
    changed(qtbot, step, before)
    assert step.card is not None
    assert "footer" in {text.name for text in step.card.layout.texts}
    session.document.stack.undo()
    assert not card(session).footer
    assert not form.footer.isChecked()
    qtbot.waitUntil(lambda: step.preview.image == before, timeout=5000)


def test_how_numbers_point_is_chosen_and_taken_back(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    before, combo = step.preview.image, step.form.callouts
    combo.setFocus()
    while combo.currentData() != CalloutStyle.RING:
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert card(session).callouts is CalloutStyle.RING
    changed(qtbot, step, before)
    while session.document.stack.canUndo():
        session.document.stack.undo()
    assert combo.currentData() == CalloutStyle.LEADER
    qtbot.waitUntil(lambda: step.preview.image == before, timeout=5000)


def test_a_claim_judged_elsewhere_shows_its_shape_in_the_choice(
    session: Session, step: CardStep
) -> None:
    claim = session.document.review.claims[0]
    assert step.form.claim.count() == 3
    judged = replace(claim, verdict=Verdict.FALSE, quote="Sixty")
    session.document.apply(lambda review: edits.put_claim(review, judged), "Judge")
    assert step.form.claim.itemText(1) == "“Sixty”"


def test_what_the_app_covers_is_painted_over_the_preview_only(
    qtbot: QtBot, session: Session, step: CardStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = step.preview.grab().toImage()
    QTest.mouseClick(step.covers, LEFT)
    assert step.preview.covers
    assert step.preview.grab().toImage() != plain
    first, second = tmp_path / "with.png", tmp_path / "without.png"
    for out in (first, second):
        monkeypatch.setattr(step.export, "ask_for_path", lambda _name, out=out: out)
        with qtbot.waitSignal(step.export.exported, timeout=10_000):
            QTest.mouseClick(step.export.export, LEFT)
        QTest.mouseClick(step.covers, LEFT)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_export_writes_a_file_and_says_where(
    qtbot: QtBot,
    session: Session,
    step: CardStep,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    out = tmp_path / f"card{suffix}"
    monkeypatch.setattr(step.export, "ask_for_path", lambda _name: out)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with qtbot.waitSignal(step.export.exported, timeout=10_000) as blocker:
        QTest.mouseClick(step.export.export, LEFT)
    assert blocker.args == [out]
    with Image.open(out) as picture:
        assert picture.size == (1080, 1920)
        assert picture.format == {".jpg": "JPEG", ".png": "PNG"}[suffix]
    assert out.name in step.export.where.whole_text()
    QTest.mouseClick(step.export.show_folder, LEFT)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    records: list[tuple[ExportRecord, ...]] = []
    review_id = session.document.review.id

    def exports(library: Library) -> tuple[ExportRecord, ...]:
        return library.exports(review_id)

    session.on_library(exports, records.append)
    qtbot.waitUntil(lambda: bool(records))
    assert [record.path for record in records[0]] == [str(out)]


def test_an_export_that_fails_is_told_and_can_be_tried_again(
    qtbot: QtBot, session: Session, step: CardStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step.export, "ask_for_path", lambda _name: tmp_path / "no" / "card.jpg")
    with qtbot.waitSignal(session.problems, timeout=10_000) as blocker:
        QTest.mouseClick(step.export.export, LEFT)
    assert blocker.args is not None
    error = blocker.args[0][0]
    assert isinstance(error, KnownError)
    assert error.kind is ErrorKind.FOLDER_MISSING
    assert step.export.export.isEnabled()
    assert not step.export.show_folder.isVisible()


def test_giving_up_in_the_dialog_writes_nothing(
    session: Session, step: CardStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step.export, "ask_for_path", lambda _name: None)
    QTest.mouseClick(step.export.export, LEFT)
    assert step.export.export.isEnabled()
    assert not step.export.where.isVisible()


def test_the_clipboard_gets_the_picture_at_full_size(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    QGuiApplication.clipboard().clear()
    QTest.mouseClick(step.export.copy, LEFT)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1080, 1920)


def test_a_missing_picture_is_asked_for_where_the_card_would_be(
    qtbot: QtBot, session: Session
) -> None:
    for item in session.document.review.pictures(Role.PHOTO):
        session.document.apply(
            lambda review, key=item.id: edits.remove_evidence(review, key),  # type: ignore[misc]
            "Remove",
        )
    step = shown(qtbot, session)
    assert step.add_missing.isVisible()
    assert "photo" in step.add_missing.text()
    assert not step.export.export.isEnabled()
    asked: list[str] = []
    session.step_requested.connect(asked.append)
    QTest.mouseClick(step.add_missing, LEFT)
    assert asked == ["photos"]
    session.document.stack.undo()
    session.document.stack.undo()
    qtbot.waitUntil(lambda: step.card is not None, timeout=10_000)
    assert step.export.export.isEnabled()


def test_another_review_shows_nothing_of_the_last(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    qtbot.waitUntil(
        lambda: all(not tile.image.isNull() for tile in step.gallery.tiles.values()), timeout=10_000
    )
    session.new_review("Lamp", "Glow")
    assert step.preview.image.isNull()
    assert all(tile.image.isNull() for tile in step.gallery.tiles.values())
    qtbot.wait(600)
    assert step.preview.image.isNull(), "what was on its way belonged to the last review"


def test_a_card_that_cant_be_made_says_why(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    photo = session.document.review.pictures(Role.PHOTO)[0]
    session.originals.find(photo).unlink()
    step = shown(qtbot, session)
    qtbot.waitUntil(lambda: "home-1.jpg" in step.preview.sentence, timeout=10_000)


def test_checks_name_the_text_that_doesnt_fit() -> None:
    fine = checks_of(())
    assert all(check.is_fine for check in fine)
    found = checks_of(
        (
            CardWarning(WarningKind.ELIDED, "title"),
            CardWarning(WarningKind.ELIDED, "legend 2"),
            CardWarning(WarningKind.COVERED, "photo 3"),
            CardWarning(WarningKind.ENLARGED, "listing"),
            CardWarning(WarningKind.UNSHOWN, "legend 1: Hangul, Runic"),
        )
    )
    wrong = [check.sentence for check in found if not check.is_fine]
    assert wrong == [
        "Shortened: the title. Use fewer words.",
        "Shortened: note 2. Use fewer words.",
        "Empty boxes instead of letters: note 1 (Korean, Runic). Install a font that has them, or "
        "write it otherwise.",
        "Not in view: number 3 on the photo. Try another template or format, or point out fewer "
        "differences.",
        "Enlarged over 4 times: the listing image. A larger one is sharper.",
    ]
    assert "Every text fits" not in [check.sentence for check in found]
    assert "Nothing is left out" in [check.sentence for check in found]


def test_checks_name_what_the_lint_finds() -> None:
    found = checks_of(
        (),
        (
            Finding(FindingKind.OUTSIDE, "callout photo 1"),
            Finding(FindingKind.OVERLAP, "title", "stamp"),
            Finding(FindingKind.SMALL, "legend 2"),
            Finding(FindingKind.CONTRAST, "stamp 3"),
        ),
    )
    assert [check.sentence for check in found if not check.is_fine] == [
        "Outside the safe area: number 1 on the photo.",
        "On top of each other: the title and the stamp.",
        "Too small for a phone: note 2.",
        "Hard to tell from what is under it: stamp 3.",
    ]
    assert "Everything inside the safe area" not in [check.sentence for check in found]
    assert "Everything inside the safe area" in [check.sentence for check in checks_of(())]


def test_a_long_title_is_told_in_the_step(qtbot: QtBot, session: Session, step: CardStep) -> None:
    set_title(session, "Supercalifragilistic promises " * 30)
    qtbot.waitUntil(
        lambda: any(not check.is_fine for check in step.form.checks.shown or ()), timeout=5000
    )
    assert any("the title" in check.sentence for check in step.form.checks.shown or ())


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Crème brûlée / 50 %", "creme-brulee-50-tiktok.jpg"),
        ("", "card-tiktok.jpg"),
        ("水", "card-tiktok.jpg"),
        ("a" * 200, "a" * 60 + "-tiktok.jpg"),
    ],
)
def test_the_suggested_name_is_safe_everywhere(empty: Session, name: str, file: str) -> None:
    review = empty.document.review
    named = edits.set_product(review, replace(review.product, name=name))
    assert file_name_of(named) == file
    assert card_export.pictures_folder().is_dir()


def test_the_file_dialog_offers_both_kinds_and_asks_before_it_replaces(
    qtbot: QtBot, session: Session, step: CardStep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        seen.append(dialog)
        dialog.selectNameFilter(dialog.nameFilters()[1])
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accept)
    chosen = step.export.ask_for_path("gummies-tiktok.jpg")
    assert chosen == tmp_path / "mine.png"
    assert not seen[0].testOption(QFileDialog.Option.DontConfirmOverwrite)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QFileDialog.DialogCode.Rejected)
    assert step.export.ask_for_path("gummies-tiktok.jpg") is None


def test_every_part_that_a_card_warns_of_has_a_name() -> None:
    parts = ("title", "claim", "reasoning", "source", "handle", "listing tab", "photo tab", "more")
    for part in parts:
        (told,) = [
            check.sentence
            for check in checks_of([CardWarning(WarningKind.ELIDED, part)])
            if not check.is_fine
        ]
        assert f"Shortened: {part}." not in told
