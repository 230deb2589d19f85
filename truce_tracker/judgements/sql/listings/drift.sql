-- Which day, and which verb, did each party give for each commitment, one after another, as of :as_of?
--
-- One row for each step of a series: the first value, every later value that is not the one before it, and the values
-- with which another source tells the same statement (speaker, first day) otherwise, which are no step of the party's.
-- Only words on record that report no doing. A series without a real step (or, of verbs, without a softer one) is left
-- out. A new day is announced when its deadline replaces, at once or over others, one with the day before it.
--
-- Needs: chosen_commitment
WITH RECURSIVE given AS (
    SELECT c.commitment, c.party, d.kind, CASE d.kind WHEN 'due' THEN 1 ELSE 2 END AS place, d.due_day AS value,
           d.id AS deadline, NULL AS softness,
           c.id AS claim, c.speaker, c.said, c.said_first, c.said_last, c.entry, c.source
    FROM claim AS c
    JOIN deadline AS d ON d.id = c.deadline
    WHERE c.on_record AND c.party IS NOT NULL AND c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of
    UNION ALL
    SELECT c.commitment, c.party, 'modality', 3, c.modality, NULL,
           CASE c.modality WHEN 'will' THEN 1 WHEN 'shall' THEN 1 WHEN 'expects' THEN 2 WHEN 'intends' THEN 2
                           WHEN 'hopes' THEN 3 ELSE 4 END,
           c.id, c.speaker, c.said, c.said_first, c.said_last, c.entry, c.source
    FROM claim AS c
    WHERE c.on_record AND c.party IS NOT NULL AND c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of
      AND c.commitment IS NOT NULL AND c.modality IS NOT NULL
),
older AS (  -- every deadline that a deadline replaces, at once or over others, with its day
    SELECT d.id AS deadline, earlier.id, earlier.replaces, earlier.due_day
    FROM deadline AS d
    JOIN deadline AS earlier ON earlier.id = d.replaces
    UNION
    SELECT older.deadline, earlier.id, earlier.replaces, earlier.due_day
    FROM older
    JOIN deadline AS earlier ON earlier.id = older.replaces
),
told AS (
    SELECT given.*,
           FIRST_VALUE(value) OVER (
               PARTITION BY commitment, party, kind, speaker, said_first ORDER BY said_last, entry
           ) AS first_told
    FROM given
),
stepped AS (  -- what each statement gives, beside what the statement before it gave
    SELECT told.*,
           LAG(value) OVER series AS before,
           LAG(softness) OVER series AS softness_before
    FROM told
    WHERE value = first_told
    WINDOW series AS (PARTITION BY commitment, party, kind ORDER BY said_first, said_last, entry)
),
steps AS (
    SELECT commitment, party, kind, place, value, deadline, claim, speaker, said, said_first, said_last, entry, source,
           before, CASE WHEN before IS NULL THEN NULL ELSE COALESCE(softness > softness_before, FALSE) END AS softened,
           FALSE AS told_otherwise
    FROM stepped
    WHERE before IS NULL OR before <> value
    UNION ALL
    SELECT commitment, party, kind, place, value, deadline, claim, speaker, said, said_first, said_last, entry, source,
           NULL, NULL, TRUE
    FROM told
    WHERE value <> first_told
)
SELECT s.commitment, k.summary, s.party, s.kind, s.said, s.claim, s.speaker, s.source, s.value, s.before,
       CASE WHEN s.before IS NOT NULL AND s.kind <> 'modality'
            THEN EXISTS (SELECT 1 FROM older WHERE older.deadline = s.deadline AND older.due_day = s.before)
       END AS announced,
       CASE WHEN s.kind = 'modality' THEN s.softened END AS softened,
       s.told_otherwise
FROM steps AS s
JOIN chosen_commitment AS k ON k.id = s.commitment
WHERE EXISTS (SELECT 1 FROM steps AS moved
              WHERE moved.commitment = s.commitment AND moved.party = s.party AND moved.kind = s.kind
                AND moved.before IS NOT NULL AND (moved.kind <> 'modality' OR moved.softened))
  AND (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
ORDER BY k.entry, s.party, s.place, s.said_first, s.said_last, s.entry
LIMIT :limit
