"""Saved pages, addresses, folders and clips, as a person drops and pastes them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimcheck.capture.guarded_video import GuardedVideo
from claimcheck.errors import ErrorKind
from claimcheck.model.kinds import Origin, Role
from claimcheck.ui import incoming as incoming_module
from claimcheck.ui.dialogs import film_dialog as film_dialog_module
from claimcheck.ui.dialogs.capture_dialog import CaptureDialog
from claimcheck.ui.dialogs.film_dialog import FilmDialog
from claimcheck.ui.incoming import Incoming
from claimcheck.ui.panels.film_strip import HEIGHT, FrameTile
from claimcheck.ui.payload import read_payload
from claimcheck.ui.session import Session
from claimcheck.workflow.frames import timecode
from tests.helpers.films import FRAMES, film
from tests.helpers.misbehaving import HangingFilm, SlowFilm
from tests.helpers.pictures import photo, written
from tests.helpers.web import Web, serving
from tests.helpers.web_pages import JSON_LD


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    made = Session(tmp_path / "library")
    yield made
    made.close()
    # Mime data made in Python must not outlive it: Qt would let go of it after Python is gone.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def incoming(session: Session, qtbot: QtBot) -> Iterator[Incoming]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    yield Incoming(session, over)
    over.close()


@pytest.fixture
def server() -> Iterator[Web]:
    with serving() as running:
        yield running


def page_dialog(incoming: Incoming, qtbot: QtBot) -> CaptureDialog:
    qtbot.waitUntil(lambda: incoming.pages.dialog is not None)
    dialog = incoming.pages.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.ready or dialog.trouble != "", timeout=10_000)
    return dialog


def film_dialog(incoming: Incoming, qtbot: QtBot) -> FilmDialog:
    qtbot.waitUntil(lambda: incoming.films.dialog is not None)
    dialog = incoming.films.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.add.isEnabled() or dialog.trouble != "", timeout=10_000)
    return dialog


@pytest.fixture
def dialog(incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path) -> FilmDialog:
    """Open on a clip that was dropped as a photo."""
    session.new_review()
    drop(incoming, film(tmp_path / "clip.mp4"), role=Role.PHOTO)
    return film_dialog(incoming, qtbot)


def drop(incoming: Incoming, *paths: Path, role: Role = Role.LISTING) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    incoming.take(read_payload(mime, "Dropped picture"), role)


def paste(incoming: Incoming, text: str, role: Role = Role.LISTING) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    incoming.paste(role)


def saved_page(folder: Path) -> Path:
    path = folder / "Rosy Gummies.html"
    path.write_bytes(JSON_LD)
    return path


def test_a_saved_page_becomes_a_listing_with_its_promises(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    drop(incoming, saved_page(tmp_path))
    dialog = page_dialog(incoming, qtbot)
    assert dialog.form.controls["name"].text() == "Rosy Hair Gummies"
    assert dialog.form.controls["sku"].text() == "RG-60"
    promise = next(one for one in dialog.promises.rows if "four weeks" in one.words)
    QTest.mouseClick(promise, Qt.MouseButton.LeftButton)
    for tile in dialog.gallery.tiles:
        tile.setChecked(False)
    dialog.form.controls["brand"].setText("Rosy & Co")
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(session.document.review.claims), timeout=10_000)
    review = session.document.review
    assert (review.product.name, review.product.brand) == ("Rosy Hair Gummies", "Rosy & Co")
    assert len(review.listings) == 1
    assert review.listings[0].price == Decimal("39.95")
    assert [claim.quote for claim in review.claims] == [promise.words]
    assert review.claims[0].listing_id == review.listings[0].id
    page = next(item for item in review.evidence if item.role is Role.PAGE)
    assert session.originals.path_of(page.sha256, page.suffix).read_bytes() == JSON_LD
    session.document.stack.undo()
    assert not session.document.review.claims
    assert not session.document.review.evidence


def test_cancelling_leaves_the_review_alone(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    before = session.document.review
    drop(incoming, saved_page(tmp_path))
    QTest.keyClick(page_dialog(incoming, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: incoming.pages.dialog is None)
    assert session.document.review == before


def test_pages_are_shown_one_after_the_other(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    second = tmp_path / "second.html"
    second.write_text("<html><title>nothing here</title><p>hello</p></html>")
    drop(incoming, saved_page(tmp_path), second)
    page_dialog(incoming, qtbot).reject()
    dialog = page_dialog(incoming, qtbot)
    assert "second.html" in dialog.trouble
    assert not dialog.add.isVisible()
    dialog.reject()


def test_a_pasted_address_on_one_s_own_network_is_asked_about(
    incoming: Incoming, session: Session, server: Web, qtbot: QtBot
) -> None:
    session.new_review()
    server.page("/p", JSON_LD, "Content-Type: text/html")
    paste(incoming, server.url("/p"))
    dialog = page_dialog(incoming, qtbot)
    assert server.requests == []
    assert "network" in dialog.trouble
    QTest.mouseClick(dialog.anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ready, timeout=10_000)
    for tile in dialog.gallery.tiles:
        tile.setChecked(False)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=10_000)
    page = session.document.review.evidence[0]
    assert (page.role, page.origin, page.source) == (Role.PAGE, Origin.WEB, server.url("/p"))


def test_a_pasted_address_of_a_picture_brings_the_picture(
    incoming: Incoming, session: Session, server: Web, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    data = written(tmp_path / "jar.jpg", photo(300, 200, 4)).read_bytes()
    server.page("/jar", data, "Content-Type: text/plain")
    paste(incoming, server.url("/jar"), Role.PHOTO)
    dialog = page_dialog(incoming, qtbot)
    dialog.anyway.click()
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=10_000)
    item = session.document.review.evidence[0]
    assert (item.role, item.source) == (Role.PHOTO, server.url("/jar"))
    assert session.originals.path_of(item.sha256, item.suffix).read_bytes() == data


def test_a_picture_dragged_out_of_a_browser_tells_its_page(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    data = written(tmp_path / "x.jpg", photo(300, 200, 5)).read_bytes()
    mime = QMimeData()
    mime.setHtml('<a href="https://shop.example/p/1"><img src="https://cdn.example/jar.jpg"></a>')
    mime.setData("image/jpeg", data)
    incoming.take(read_payload(mime, "Dropped picture"), Role.LISTING)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=10_000)
    item = session.document.review.evidence[0]
    assert (item.name, item.source) == ("jar.jpg", "https://cdn.example/jar.jpg")
    assert item.told == (("page", "https://shop.example/p/1"),)


def test_a_folder_brings_its_pictures(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    folder = tmp_path / "haul"
    (folder / "deep").mkdir(parents=True)
    written(folder / "b.jpg", photo(300, 200, 6))
    written(folder / "deep" / "a.png", photo(300, 200, 7))
    (folder / "notes.txt").write_text("no picture")
    (folder / ".hidden.jpg").write_bytes(b"x")
    drop(incoming, folder, role=Role.PHOTO)
    qtbot.waitUntil(lambda: len(session.document.review.evidence) == 2, timeout=10_000)
    assert [e.name for e in session.document.review.evidence] == ["b.jpg", "a.png"]


def test_an_empty_folder_is_told(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(session.problems, timeout=10_000) as told:
        drop(incoming, tmp_path / "empty")
    assert "empty" in str(told.args[0][0])


def test_frames_are_taken_out_of_a_clip(dialog: FilmDialog, session: Session, qtbot: QtBot) -> None:
    dialog.slider.setValue(1000)
    qtbot.waitUntil(lambda: abs(dialog.time_s - 1.0) < 0.01, timeout=10_000)
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: abs(dialog.time_s - 31 / 30) < 0.01, timeout=10_000)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(session.document.review.evidence) == 2, timeout=10_000)
    first, second = session.document.review.evidence
    assert [first.timecode_s, second.timecode_s] == pytest.approx([1.0, 31 / 30], abs=1e-4)
    assert first.origin is Origin.VIDEO
    assert dict(first.told)["video"] == "clip.mp4"
    assert (first.width_px, first.height_px) == (160, 96)


def test_steps_that_are_asked_for_while_a_frame_is_decoded_are_added_up(
    dialog: FilmDialog, qtbot: QtBot
) -> None:
    for _ in range(7):
        QTest.keyClick(dialog, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: abs(dialog.time_s - 7 / 30) < 0.01, timeout=10_000)
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: abs(dialog.time_s - 3 / 30) < 0.01, timeout=10_000)
    dialog.reject()


def test_a_far_jump_shows_the_key_frame_first_and_takes_the_frame_itself(
    incoming: Incoming,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.new_review()
    monkeypatch.setattr(
        film_dialog_module, "open_film", lambda path: GuardedVideo(path, opener=SlowFilm)
    )
    drop(incoming, film(tmp_path / "clip.mp4", gop=FRAMES), role=Role.PHOTO)
    dialog = film_dialog(incoming, qtbot)
    shown: list[QImage] = []

    def grey(picture: QImage) -> int:
        return picture.pixelColor(picture.width() * 7 // 8, picture.height() * 7 // 8).red()

    show = dialog.screen_.show_picture

    def record(picture: QImage) -> None:
        shown.append(picture)
        show(picture)

    monkeypatch.setattr(dialog.screen_, "show_picture", record)
    dialog.go_to(1.9)
    qtbot.waitUntil(lambda: len(shown) == 1, timeout=5_000)
    dialog.go_to(1.2)  # before the first is there
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=5_000)
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert not dialog.strip.times  # what is in view is another frame
    qtbot.waitUntil(lambda: len(dialog.strip.times) == 1, timeout=10_000)
    assert dialog.strip.times == pytest.approx([1.2])
    assert [grey(picture) for picture in shown] == pytest.approx([40, 40, 148], abs=3)
    dialog.reject()


def test_the_first_frame_taken_leaves_the_picture_as_large_as_it_was(
    dialog: FilmDialog, qtbot: QtBot
) -> None:
    before = dialog.screen_.size()
    dialog.take_frame()
    qtbot.waitUntil(lambda: dialog.strip.childrenRect().height() >= HEIGHT)
    QGuiApplication.processEvents()
    assert dialog.screen_.size() == before
    dialog.reject()


def test_however_many_frames_are_taken_the_picture_stays_as_large(
    dialog: FilmDialog, qtbot: QtBot
) -> None:
    before = dialog.screen_.size()
    picture = QImage(160, 90, QImage.Format.Format_RGB32)

    def in_view(tile: FrameTile) -> bool:
        return dialog.strip.rect().contains(QRect(tile.mapTo(dialog.strip, QPoint()), tile.size()))

    for time_s in range(20):
        dialog.strip.add(float(time_s), picture)
        QGuiApplication.processEvents()
        newest = max(dialog.strip.findChildren(FrameTile), key=lambda tile: tile.x())
        qtbot.waitUntil(partial(in_view, newest), timeout=500)
    dialog.strip.add(7.5, picture)
    QGuiApplication.processEvents()
    assert dialog.screen_.size() == before
    tiles = sorted(dialog.strip.findChildren(FrameTile), key=lambda tile: tile.x())
    assert len({tile.y() for tile in tiles}) == 1
    assert [tile.toolTip() for tile in tiles][7:9] == [
        f"Frame at {timecode(at)}: leave it out" for at in (7.0, 7.5)
    ]

    qtbot.waitUntil(lambda: in_view(tiles[8]))  # the one taken last
    assert not in_view(tiles[-1])
    QTest.wheelEvent(
        tiles[8].window().windowHandle(), tiles[8].mapTo(dialog, QPoint(9, 9)), QPoint(0, -6000)
    )
    qtbot.waitUntil(lambda: in_view(tiles[-1]))
    dialog.reject()


def test_of_a_picture_that_moves_the_frame_is_chosen(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    frames = [Image.new("RGB", (64, 48), colour) for colour in ("red", "lime", "blue")]
    moving = tmp_path / "moving.gif"
    frames[0].save(moving, save_all=True, append_images=frames[1:], duration=500)
    drop(incoming, moving, role=Role.LISTING)
    dialog = film_dialog(incoming, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: abs(dialog.time_s - 0.5) < 0.01, timeout=10_000)
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(session.document.review.evidence) == 1, timeout=10_000)
    assert session.document.review.evidence[0].timecode_s == pytest.approx(0.5)
    session.document.stack.undo()
    assert not session.document.review.evidence


def test_a_damaged_clip_is_told_in_the_dialog(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0" * 4000)
    drop(incoming, broken)
    dialog = film_dialog(incoming, qtbot)
    assert "broken.mp4" in dialog.trouble
    assert not dialog.add.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: incoming.films.dialog is None)


def test_a_clipboard_that_holds_nothing_at_all_is_told(
    incoming: Incoming, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = SimpleNamespace(mimeData=lambda: None)
    monkeypatch.setattr(
        incoming_module, "QGuiApplication", SimpleNamespace(clipboard=lambda: nothing)
    )
    with qtbot.waitSignal(session.problems) as told:
        incoming.paste(Role.PHOTO)
    assert told.args is not None
    assert told.args[0][0].kind is ErrorKind.CLIPBOARD_EMPTY


@pytest.mark.logs_errors
def test_a_clip_that_hangs_is_told_and_the_dialog_goes_on(
    incoming: Incoming, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[GuardedVideo] = []

    def open_hanging(path: Path) -> GuardedVideo:
        opened.append(GuardedVideo(path, opener=HangingFilm))
        return opened[0]

    monkeypatch.setattr(film_dialog_module, "open_film", open_hanging)
    drop(incoming, film(tmp_path / "clip.mp4"))
    dialog = film_dialog(incoming, qtbot)
    opened[0]._seconds = 2.0
    dialog.go_to(0.8)
    qtbot.waitUntil(lambda: dialog.trouble != "", timeout=30_000)
    assert "clip.mp4" in dialog.trouble
    opened[0]._seconds = 60.0
    dialog.go_to(0.2)
    qtbot.waitUntil(lambda: dialog.trouble == "" and 0.1 < dialog.time_s < 0.3, timeout=30_000)
    dialog.reject()


def test_fifty_files_from_a_file_manager_come_in_as_one_step(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    paths = [written(tmp_path / f"{n}.jpg", photo(60, 48, n)) for n in range(50)]
    drop(incoming, *paths, role=Role.PHOTO)
    qtbot.waitUntil(lambda: len(session.document.review.evidence) == 50, timeout=60_000)
    assert {item.role for item in session.document.review.evidence} == {Role.PHOTO}
    session.document.stack.undo()
    assert not session.document.review.evidence


def test_a_pasted_screenshot_is_kept_as_it_was_on_the_screen(
    incoming: Incoming, session: Session, qtbot: QtBot
) -> None:
    session.new_review()
    shot = QImage(80, 60, QImage.Format.Format_RGB32)
    shot.fill(0xFF2080C0)
    mime = QMimeData()
    mime.setImageData(shot)
    QGuiApplication.clipboard().setMimeData(mime)
    incoming.paste(Role.LISTING)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=30_000)
    item = session.document.review.evidence[0]
    kept = QImage(str(session.originals.find(item)))
    assert (item.suffix, item.role, kept.size()) == (".png", Role.LISTING, shot.size())
    assert kept.pixel(40, 30) == shot.pixel(40, 30)


def test_a_picture_that_the_page_held_itself_is_taken_out_of_it(
    incoming: Incoming, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review()
    data = written(tmp_path / "x.jpg", photo(80, 60, 5)).read_bytes()
    page, mime = "https://shop.example/p/1", QMimeData()
    held = base64.b64encode(data).decode()
    mime.setHtml(f'<a href="{page}"><img src="data:image/jpeg;base64,{held}"></a>')
    incoming.take(read_payload(mime, "Dropped picture"), Role.LISTING)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=30_000)
    item = session.document.review.evidence[0]
    assert session.originals.find(item).read_bytes() == data
    assert ("page", page) in item.told or item.source == page


@pytest.mark.parametrize("browser", ["firefox", "safari", "a page's own drag"])
def test_a_dragged_picture_without_bytes_tells_where_it_is(browser: str, qtbot: QtBot) -> None:
    url, page, mime = "https://cdn.example/jar.jpg", "https://shop.example/p/1", QMimeData()
    if browser == "firefox":
        mime.setData("text/x-moz-url", f"{url}\njar".encode("utf-16-le"))
        mime.setData("text/html", f'<a href="{page}"><img src="{url}"></a>'.encode("utf-16-le"))
    elif browser == "safari":
        mime.setUrls([QUrl(url)])
        mime.setHtml(f'<a href="{page}"><img src="{url}"></a>')
    else:
        mime.setData("DownloadURL", f"image/jpeg:jar.jpg:{url}".encode())
        mime.setUrls([QUrl(page)])
    payload = read_payload(mime, "Dropped picture")
    assert (payload.picture_url, payload.page_url, payload.name) == (url, page, "jar.jpg")
