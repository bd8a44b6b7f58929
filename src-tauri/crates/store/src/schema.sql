CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE papers (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_is_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_is_only_appended BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is only appended'); END;

CREATE TRIGGER papers_are_not_updated BEFORE UPDATE ON papers
BEGIN SELECT RAISE(ABORT, 'issued papers are never changed'); END;

CREATE TRIGGER papers_are_not_deleted BEFORE DELETE ON papers
BEGIN SELECT RAISE(ABORT, 'issued papers are never changed'); END;

CREATE TRIGGER papers_are_not_replaced BEFORE INSERT ON papers
WHEN EXISTS (SELECT 1 FROM papers WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'issued papers are never changed'); END;

CREATE VIEW rounds AS
SELECT
    opened.body ->> '$.round' AS round,
    opened.body ->> '$.ballot' AS ballot,
    opened.body ->> '$.kind.why' AS why,
    opened.body ->> '$.all_deputies' AS all_deputies,
    coalesce(corrected.body ->> '$.numbers.present', opened.body ->> '$.present') AS present,
    coalesce(corrected.body ->> '$.numbers.printed', opened.body ->> '$.printed') AS printed,
    coalesce(corrected.body ->> '$.numbers.issued', opened.body ->> '$.issued') AS issued,
    coalesce(counted.body ->> '$.numbers.collected.spoiled', counted.body ->> '$.spoiled') AS spoiled,
    coalesce(counted.body ->> '$.numbers.collected.returned', counted.body ->> '$.returned') AS returned,
    opened.at AS opened_at,
    certified.at AS certified_at,
    certified.actor AS certified_by,
    certified.hash AS certified_hash,
    announced.at AS announced_at
FROM journal AS opened
LEFT JOIN journal AS corrected ON corrected.seq = (
    SELECT max(seq) FROM journal WHERE kind = 'round.numbers_corrected' AND body ->> '$.round' = opened.body ->> '$.round'
)
LEFT JOIN journal AS counted ON counted.seq = (
    SELECT max(seq) FROM journal
    WHERE body ->> '$.round' = opened.body ->> '$.round'
        AND (kind = 'round.collected' OR kind = 'round.numbers_corrected' AND body ->> '$.numbers.collected' IS NOT NULL)
)
LEFT JOIN journal AS reopened ON reopened.seq = (
    SELECT max(seq) FROM journal WHERE kind = 'round.reopened' AND body ->> '$.round' = opened.body ->> '$.round'
)
LEFT JOIN journal AS certified ON certified.kind = 'round.certified'
    AND certified.body ->> '$.round' = opened.body ->> '$.round' AND certified.seq > coalesce(reopened.seq, 0)
LEFT JOIN journal AS announced ON announced.kind = 'round.result_announced'
    AND announced.body ->> '$.round' = opened.body ->> '$.round' AND announced.seq > coalesce(reopened.seq, 0)
WHERE opened.kind = 'round.opened';

CREATE VIEW sheets AS
WITH keyed AS (
    SELECT seq, at, actor, body -> '$.place' AS place, body ->> '$.sheet' AS sheet, body -> '$.reading' AS reading
    FROM journal WHERE kind = 'keying.sheet_keyed'
    UNION ALL
    SELECT seq, at, actor, bundle.value -> '$.place', sheet.key + 1, sheet.value
    FROM journal, json_each(body, '$.bundles') AS bundle, json_each(bundle.value, '$.sheets') AS sheet
    WHERE kind = 'lent.brought_back'
)
SELECT
    keyed.seq,
    keyed.at,
    keyed.actor AS teller,
    keyed.place ->> '$.round' AS round,
    keyed.place ->> '$.pass' AS pass,
    keyed.place ->> '$.bundle' AS bundle,
    keyed.sheet,
    keyed.reading,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM journal AS later
            WHERE later.seq > keyed.seq AND later.body -> '$.place' = keyed.place
                AND (
                    later.kind = 'keying.sheet_recalled' AND later.body ->> '$.sheet' = keyed.sheet
                    OR later.kind = 'keying.bundle_released'
                    OR later.kind = 'keying.bundle_mended' AND later.body ->> '$.mend.mend' = 'anew'
                )
        ) THEN 0
        ELSE (
            -- A sheet struck is one of those keyed under its number only as long as no other mending has moved the numbers.
            SELECT CASE
                WHEN sum(later.body ->> '$.mend.mend' = 'doubled') IS NULL THEN 1
                WHEN sum(later.body ->> '$.mend.mend' = 'doubled') = 0 THEN 1
                WHEN count(*) = 1 THEN max(later.body ->> '$.mend.sheet') <> keyed.sheet
            END
            FROM journal AS later
            WHERE later.seq > keyed.seq AND later.kind = 'keying.bundle_mended' AND later.body -> '$.place' = keyed.place
        )
    END AS stands
FROM keyed;

CREATE VIEW marks AS
SELECT
    sheets.round, sheets.pass, sheets.bundle, sheets.sheet, sheets.stands,
    section.key AS contest,
    mark.key + 1 AS line,
    mark.value AS mark
FROM sheets, json_each(sheets.reading) AS section, json_each(section.value, '$.marks') AS mark;

CREATE VIEW rulings AS
WITH ruled AS (
    SELECT
        seq, at, actor AS ruled_by,
        body ->> '$.round' AS round,
        'difference' AS about,
        body ->> '$.place.bundle' AS bundle,
        body ->> '$.place.sheet' AS sheet,
        NULL AS contest,
        json_object('rows', body -> '$.rows', 'names', body -> '$.names') AS ruling,
        NULL AS reason
    FROM journal WHERE kind = 'ruling.difference_ruled'
    UNION ALL
    SELECT
        seq, at, actor,
        body ->> '$.round',
        'section',
        body ->> '$.section.place.bundle',
        body ->> '$.section.place.sheet',
        body ->> '$.section.contest',
        body -> '$.verdict',
        body ->> '$.reason'
    FROM journal WHERE kind = 'ruling.section_ruled'
    UNION ALL
    SELECT
        seq, at, actor,
        body ->> '$.round',
        'names',
        NULL,
        NULL,
        body ->> '$.contest',
        json_object('names', body -> '$.names', 'into', body ->> '$.into'),
        body ->> '$.reason'
    FROM journal WHERE kind = 'ruling.names_merged'
)
SELECT
    ruled.*,
    NOT EXISTS (
        SELECT 1 FROM journal AS back
        WHERE back.seq > ruled.seq
            AND (
                back.kind = 'ruling.taken_back' AND back.body ->> '$.round' = ruled.round
                AND back.body ->> '$.place.bundle' = ruled.bundle AND back.body ->> '$.place.sheet' = ruled.sheet
                OR back.kind = 'ruling.names_separated' AND back.body ->> '$.round' = ruled.round
                AND back.body ->> '$.contest' = ruled.contest AND back.body ->> '$.into' = ruled.ruling ->> '$.into'
            )
    ) AS stands
FROM ruled ORDER BY seq;

CREATE VIEW hand_votes AS
SELECT
    prepared.body ->> '$.vote' AS vote,
    said.body ->> '$.motion.title' AS title,
    said.body ->> '$.motion.body.body' AS body,
    said.body ->> '$.motion.way.way' AS way,
    put.body ->> '$.all' AS "all",
    put.body ->> '$.present' AS present,
    put.at AS put_at,
    announced.at AS announced_at,
    announced.body ->> '$.passed' AS acclaimed,
    withdrawn.body ->> '$.reason' AS withdrawn
FROM journal AS prepared
JOIN journal AS said ON said.seq = (
    SELECT max(seq) FROM journal
    WHERE kind IN ('hand.prepared', 'hand.changed') AND body ->> '$.vote' = prepared.body ->> '$.vote'
)
LEFT JOIN journal AS put ON put.seq = (
    SELECT max(seq) FROM journal
    WHERE kind IN ('hand.put', 'hand.counted_again') AND body ->> '$.vote' = prepared.body ->> '$.vote'
)
LEFT JOIN journal AS announced
    ON announced.kind IN ('hand.announced', 'hand.acclaimed') AND announced.body ->> '$.vote' = prepared.body ->> '$.vote'
LEFT JOIN journal AS withdrawn
    ON withdrawn.kind = 'hand.withdrawn' AND withdrawn.body ->> '$.vote' = prepared.body ->> '$.vote'
WHERE prepared.kind = 'hand.prepared';

CREATE VIEW hands AS
SELECT
    given.seq,
    given.at,
    given.actor AS given_by,
    given.body ->> '$.vote' AS vote,
    iif(given.kind = 'hand.ruled', 'ruling', 'count') AS about,
    given.body ->> '$.hands.for' AS "for",
    given.body ->> '$.hands.against' AS against,
    given.body ->> '$.hands.abstain' AS abstain,
    given.body ->> '$.reason' AS reason,
    NOT EXISTS (
        SELECT 1 FROM journal AS later
        WHERE later.seq > given.seq AND later.body ->> '$.vote' = given.body ->> '$.vote'
            AND (later.kind = 'hand.counted_again' OR later.kind = given.kind AND later.actor = given.actor)
    ) AS stands
FROM journal AS given
WHERE given.kind IN ('hand.counted', 'hand.ruled');

CREATE VIEW issued_papers AS
SELECT
    journal.seq, journal.at, journal.actor AS issued_by,
    journal.body ->> '$.paper' AS paper,
    journal.body ->> '$.of.paper' AS kind,
    journal.body ->> '$.title' AS title,
    journal.body ->> '$.pages' AS pages,
    journal.body ->> '$.sha256' AS sha256,
    length(papers.bytes) AS bytes
FROM journal LEFT JOIN papers ON papers.sha256 = journal.body ->> '$.sha256'
WHERE journal.kind = 'paper.issued';
