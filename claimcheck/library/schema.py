"""The tables, as named migrations: each is one transaction, together with the note that it is done.

A migration that was released is never changed; a change to the tables is a new one at the end.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x636C636B
"""``clck``: how a database is known to be a claimcheck library."""

MIGRATIONS = Migrations("claimcheck")

_TABLES = """
CREATE TABLE reviews (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    trashed_at TEXT,
    product_name TEXT NOT NULL,
    product_brand TEXT NOT NULL,
    product_gtin TEXT NOT NULL,
    product_category TEXT NOT NULL,
    card TEXT NOT NULL CHECK (json_valid(card)),
    words TEXT NOT NULL,
    history_done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX reviews_updated ON reviews (updated_at);

CREATE TABLE listings (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    platform TEXT NOT NULL,
    url TEXT NOT NULL,
    seller TEXT NOT NULL,
    promoter TEXT NOT NULL,
    is_ad INTEGER,
    price TEXT,
    currency TEXT NOT NULL,
    seen_on TEXT,
    hashtags TEXT NOT NULL,
    PRIMARY KEY (review_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    suffix TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    taken_at TEXT,
    listing_id TEXT,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, listing_id) REFERENCES listings DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_sha256 ON evidence (sha256);

CREATE TABLE claims (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    quote TEXT NOT NULL,
    topic TEXT NOT NULL,
    listing_id TEXT,
    verdict TEXT,
    reasoning TEXT NOT NULL,
    tested_how TEXT NOT NULL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, listing_id) REFERENCES listings DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_verdict ON claims (verdict);

CREATE TABLE comparisons (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    listing_image_id TEXT,
    photo_id TEXT,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, listing_image_id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (review_id, photo_id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancies (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    comparison_id TEXT NOT NULL,
    listing_place_x REAL,
    listing_place_y REAL,
    listing_place_width REAL,
    listing_place_height REAL,
    photo_place_x REAL,
    photo_place_y REAL,
    photo_place_width REAL,
    photo_place_height REAL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    note TEXT NOT NULL,
    claim_id TEXT,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, comparison_id) REFERENCES comparisons DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (review_id, claim_id) REFERENCES claims DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    evidence_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    points TEXT NOT NULL,
    style_colour TEXT NOT NULL,
    style_stroke REAL NOT NULL,
    style_font_size REAL NOT NULL,
    style_filled INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, evidence_id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    patches TEXT NOT NULL,
    PRIMARY KEY (review_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exports (
    id TEXT NOT NULL PRIMARY KEY,
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    template TEXT NOT NULL,
    format TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;
CREATE INDEX exports_review ON exports (review_id);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@MIGRATIONS()
def m0001_reviews(db: Database) -> None:
    """Reviews with their parts, their history, exports and settings."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.executescript(_TABLES)


@MIGRATIONS()
def m0002_mark_styles(db: Database) -> None:
    """Marks can be turned, dashed, see-through, rounded, shaded, and of more kinds."""
    for column in (
        "angle REAL NOT NULL DEFAULT 0.0",
        "style_fill TEXT NOT NULL DEFAULT ''",
        "style_opacity REAL NOT NULL DEFAULT 1.0",
        "style_dash TEXT NOT NULL DEFAULT 'solid'",
        "style_both_ends INTEGER NOT NULL DEFAULT 0",
        "style_radius REAL NOT NULL DEFAULT 0.0",
        "style_shadow INTEGER NOT NULL DEFAULT 0",
        "style_round INTEGER NOT NULL DEFAULT 1",
        "style_cover TEXT NOT NULL DEFAULT 'solid'",
        "style_sticker TEXT NOT NULL DEFAULT 'false'",
    ):
        db.execute(f"ALTER TABLE marks ADD COLUMN {column}")


@MIGRATIONS()
def m0003_adjustments_and_numbering(db: Database) -> None:
    """Pictures are turned, straightened and cropped as they are shown; discs start anywhere."""
    db.execute("""
        CREATE TABLE adjustments (
            review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            position INTEGER NOT NULL,
            width_px INTEGER NOT NULL,
            height_px INTEGER NOT NULL,
            quarter_turns INTEGER NOT NULL,
            mirrored INTEGER NOT NULL,
            angle REAL NOT NULL,
            crop_x REAL,
            crop_y REAL,
            crop_width REAL,
            crop_height REAL,
            PRIMARY KEY (review_id, id),
            FOREIGN KEY (review_id, id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID""")
    db.execute("ALTER TABLE comparisons ADD COLUMN first_number INTEGER NOT NULL DEFAULT 1")
    db.execute("ALTER TABLE comparisons ADD COLUMN numbering TEXT NOT NULL DEFAULT 'digits'")


@MIGRATIONS()
def m0003_provenance(db: Database) -> None:
    """Evidence knows whether it tells a place, its camera, its timecode, and what came with it."""
    for column in (
        "has_location INTEGER NOT NULL DEFAULT 0",
        "camera TEXT NOT NULL DEFAULT ''",
        "timecode_s REAL",
        "told TEXT NOT NULL DEFAULT '[]'",
    ):
        db.execute(f"ALTER TABLE evidence ADD COLUMN {column}")


@MIGRATIONS()
def m0004_fingerprints(db: Database) -> None:
    """Pictures are found again by what they show."""
    db.execute("""
        CREATE TABLE fingerprints (
            sha256 TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            hashes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")


@MIGRATIONS()
def m0005_mark_looks(db: Database) -> None:
    """Texts may be plain and have a typeface; stamps may be pictures of one's own."""
    for column in (
        "picture_id TEXT NOT NULL DEFAULT ''",
        "style_plain INTEGER NOT NULL DEFAULT 0",
        "style_typeface TEXT NOT NULL DEFAULT 'inter'",
    ):
        db.execute(f"ALTER TABLE marks ADD COLUMN {column}")


_FINDINGS = """
CREATE TABLE alignments (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    homography TEXT NOT NULL,
    aligned_by TEXT NOT NULL,
    method TEXT NOT NULL,
    inliers INTEGER NOT NULL,
    reprojection_error_px REAL NOT NULL,
    confidence REAL NOT NULL,
    pairs TEXT NOT NULL,
    same TEXT,
    doubts TEXT NOT NULL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, id) REFERENCES comparisons DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    comparison_id TEXT NOT NULL,
    listing_place_x REAL NOT NULL,
    listing_place_y REAL NOT NULL,
    listing_place_width REAL NOT NULL,
    listing_place_height REAL NOT NULL,
    kind TEXT NOT NULL,
    strength REAL NOT NULL,
    note TEXT NOT NULL,
    photo_place_x REAL,
    photo_place_y REAL,
    photo_place_width REAL,
    photo_place_height REAL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, comparison_id) REFERENCES comparisons DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE colour_corrections (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    evidence_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    points TEXT NOT NULL,
    matrix TEXT NOT NULL,
    tone REAL NOT NULL,
    residual REAL NOT NULL,
    largest_residual REAL NOT NULL,
    clipped INTEGER NOT NULL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, evidence_id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE colour_comparisons (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    comparison_id TEXT NOT NULL,
    listing_patch TEXT NOT NULL,
    photo_patch TEXT NOT NULL,
    listing TEXT NOT NULL,
    photo TEXT NOT NULL,
    delta_e_2000 REAL NOT NULL,
    calibrated INTEGER NOT NULL,
    claim_id TEXT,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, comparison_id) REFERENCES comparisons DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (review_id, claim_id) REFERENCES claims DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE scales (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    known TEXT NOT NULL,
    points TEXT NOT NULL,
    width_mm REAL NOT NULL,
    height_mm REAL NOT NULL,
    corner_px REAL NOT NULL,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE measurements (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    evidence_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    points TEXT NOT NULL,
    claim_id TEXT,
    PRIMARY KEY (review_id, id),
    FOREIGN KEY (review_id, evidence_id) REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (review_id, claim_id) REFERENCES claims DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
"""


@MIGRATIONS()
def m0006_findings(db: Database) -> None:
    """What was seen and measured: alignments, proposals, colours, sizes."""
    for statement in _FINDINGS.split(";\n"):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS()
def m0007_faces(db: Database) -> None:
    """A face photographed at a slant is shown from straight in front."""
    db.execute("ALTER TABLE adjustments ADD COLUMN face TEXT NOT NULL DEFAULT '[]'")
    db.execute("ALTER TABLE adjustments ADD COLUMN face_ratio REAL NOT NULL DEFAULT 0.0")
