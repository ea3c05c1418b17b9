PRAGMA application_id = 1668047723;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'claimcheck','m0001_reviews','2026-11-24 04:55:01.511895+00:00');
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
INSERT INTO "comparisons" VALUES('0a0b0c0d0e0f','2d02d92f07bd',0,NULL,'aaaaaaaaaaaa');
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
INSERT INTO "evidence" VALUES('0a0b0c0d0e0f','aaaaaaaaaaaa',0,'abababababababababababababababababababababababababababababababab','photo','own.jpg','.jpg',1234,4000,3000,'2026-11-01T12:00:00+00:00','file','',NULL,NULL);
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
CREATE TABLE history (
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    patches TEXT NOT NULL,
    PRIMARY KEY (review_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "history" VALUES('0a0b0c0d0e0f',1,'Add box',1,'[{"part": "marks", "id": "000000000000", "before": null, "after": {"id": "000000000000", "evidence_id": "aaaaaaaaaaaa", "kind": "box", "points": [{"x": 10.5, "y": 20.0}, {"x": 300.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": false}, "text": ""}}, {"part": "marks", "id": "000000000001", "before": null, "after": {"id": "000000000001", "evidence_id": "aaaaaaaaaaaa", "kind": "ellipse", "points": [{"x": 11.5, "y": 20.0}, {"x": 301.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": true}, "text": ""}}, {"part": "marks", "id": "000000000002", "before": null, "after": {"id": "000000000002", "evidence_id": "aaaaaaaaaaaa", "kind": "arrow", "points": [{"x": 12.5, "y": 20.0}, {"x": 302.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": false}, "text": ""}}, {"part": "marks", "id": "000000000003", "before": null, "after": {"id": "000000000003", "evidence_id": "aaaaaaaaaaaa", "kind": "text", "points": [{"x": 13.5, "y": 20.0}, {"x": 303.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": true}, "text": "é"}}, {"part": "marks", "id": "000000000004", "before": null, "after": {"id": "000000000004", "evidence_id": "aaaaaaaaaaaa", "kind": "redaction", "points": [{"x": 14.5, "y": 20.0}, {"x": 304.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": false}, "text": ""}}, {"part": "marks", "id": "", "before": [], "after": ["000000000000", "000000000001", "000000000002", "000000000003", "000000000004"]}]');
INSERT INTO "history" VALUES('0a0b0c0d0e0f',2,'Move %n mark(s)',1,'[{"part": "marks", "id": "000000000000", "before": {"id": "000000000000", "evidence_id": "aaaaaaaaaaaa", "kind": "box", "points": [{"x": 10.5, "y": 20.0}, {"x": 300.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": false}, "text": ""}, "after": {"id": "000000000000", "evidence_id": "aaaaaaaaaaaa", "kind": "box", "points": [{"x": 15.5, "y": 26.0}, {"x": 305.0, "y": 406.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": false}, "text": ""}}]');
INSERT INTO "history" VALUES('0a0b0c0d0e0f',3,'Delete %n mark(s)',1,'[{"part": "marks", "id": "000000000001", "before": {"id": "000000000001", "evidence_id": "aaaaaaaaaaaa", "kind": "ellipse", "points": [{"x": 11.5, "y": 20.0}, {"x": 301.0, "y": 400.0}], "style": {"colour": "#1558E0", "stroke": 8.0, "font_size": 56.0, "filled": true}, "text": ""}, "after": null}, {"part": "marks", "id": "", "before": ["000000000000", "000000000001", "000000000002", "000000000003", "000000000004"], "after": ["000000000000", "000000000002", "000000000003", "000000000004"]}]');
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
INSERT INTO "marks" VALUES('0a0b0c0d0e0f','000000000000',0,'aaaaaaaaaaaa','box','[{"x": 15.5, "y": 26.0}, {"x": 305.0, "y": 406.0}]','#1558E0',8.0,56.0,0,'');
INSERT INTO "marks" VALUES('0a0b0c0d0e0f','000000000002',1,'aaaaaaaaaaaa','arrow','[{"x": 12.5, "y": 20.0}, {"x": 302.0, "y": 400.0}]','#1558E0',8.0,56.0,0,'');
INSERT INTO "marks" VALUES('0a0b0c0d0e0f','000000000003',2,'aaaaaaaaaaaa','text','[{"x": 13.5, "y": 20.0}, {"x": 303.0, "y": 400.0}]','#1558E0',8.0,56.0,1,'é');
INSERT INTO "marks" VALUES('0a0b0c0d0e0f','000000000004',3,'aaaaaaaaaaaa','redaction','[{"x": 14.5, "y": 20.0}, {"x": 304.0, "y": 400.0}]','#1558E0',8.0,56.0,0,'');
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
INSERT INTO "reviews" VALUES('0a0b0c0d0e0f','2026-11-01T12:00:00.000000+00:00','2026-11-01T12:00:00.000000+00:00',NULL,'Cherry gums','Bare','','','{"title": "", "template": "side-by-side", "format": "tiktok", "handle": "", "language": "", "claim_id": null, "listing_crop": null, "photo_crop": null, "caption": ""}',' cherry gums bare',3);
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX reviews_updated ON reviews (updated_at);
CREATE INDEX evidence_sha256 ON evidence (sha256);
CREATE INDEX claims_verdict ON claims (verdict);
CREATE INDEX exports_review ON exports (review_id);
COMMIT;
