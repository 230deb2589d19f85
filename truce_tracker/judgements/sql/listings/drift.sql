-- Which day, and which verb, did each party give for each commitment, one after another, as of :as_of?
--
-- One row for each step of a series: the first value, every later value that is not the one before it, and the values
-- with which another source tells the same statement otherwise, which are no step of the party's. Only words on record that
-- report no doing. A series without a real step (or, of verbs, without a softer one) is left out. A new day is announced
-- when its deadline replaces, at once or over others, one with the day before it.
--
-- Needs: known, telling, milestone_due, chosen_commitment
WITH RECURSIVE first_due AS (
    SELECT deadline, MIN(due) AS due FROM milestone_due WHERE due IS NOT NULL GROUP BY deadline
),
said AS (
    SELECT p.*, c.said, c.modality AS verb, d.kind, f.due, t.leader
    FROM known AS p
    JOIN claim AS c ON c.id = p.claim
    LEFT JOIN deadline AS d ON d.id = p.deadline
    LEFT JOIN first_due AS f ON f.deadline = p.deadline
    LEFT JOIN telling AS t ON t.place = p.place
    WHERE p.on_record AND p.party IS NOT NULL AND NOT p.reports AND p.commitment IS NOT NULL
),
valued AS (
    SELECT commitment, party, kind, CASE kind WHEN 'due' THEN 1 ELSE 2 END AS turn, due AS value, deadline,
           NULL AS softness, claim, speaker, said, place, leader, source
    FROM said
    WHERE due IS NOT NULL
    UNION ALL
    SELECT commitment, party, 'modality', 3, verb, NULL,
           CASE verb WHEN 'will' THEN 1 WHEN 'shall' THEN 1 WHEN 'expects' THEN 2 WHEN 'intends' THEN 2
                     WHEN 'hopes' THEN 3 ELSE 4 END,
           claim, speaker, said, place, leader, source
    FROM said
    WHERE verb IS NOT NULL
),
older AS (  -- every deadline that a deadline replaces, at once or over others, with its day
    SELECT deadline, replaces AS earlier FROM deadline_replaces
    UNION
    SELECT older.deadline, r.replaces
    FROM older
    JOIN deadline_replaces AS r ON r.deadline = older.earlier
),
stepped AS (  -- what each statement gives, beside what the statement before it gave
    SELECT valued.*,
           LAG(value) OVER series AS before,
           LAG(softness) OVER series AS softness_before
    FROM valued
    WHERE leader IS NULL
    WINDOW series AS (PARTITION BY commitment, party, kind ORDER BY place)
),
steps AS (
    SELECT commitment, party, kind, turn, value, deadline, claim, speaker, said, place, source,
           before, CASE WHEN before IS NULL THEN NULL ELSE COALESCE(softness > softness_before, FALSE) END AS softened,
           FALSE AS told_otherwise
    FROM stepped
    WHERE before IS NULL OR before <> value
    UNION ALL
    SELECT v.commitment, v.party, v.kind, v.turn, v.value, v.deadline, v.claim, v.speaker, v.said, v.place, v.source,
           NULL, NULL, TRUE
    FROM valued AS v
    JOIN valued AS led ON led.place = v.leader AND led.kind = v.kind
    WHERE v.value <> led.value
)
SELECT s.commitment, k.summary, s.party, s.kind, s.said, s.claim, s.speaker, s.source, s.value, s.before,
       CASE WHEN s.before IS NOT NULL AND s.kind <> 'modality'
            THEN EXISTS (SELECT 1 FROM older
                         JOIN first_due AS f ON f.deadline = older.earlier
                         WHERE older.deadline = s.deadline AND f.due = s.before)
       END AS announced,
       CASE WHEN s.kind = 'modality' THEN s.softened END AS softened,
       s.told_otherwise
FROM steps AS s
JOIN chosen_commitment AS k ON k.id = s.commitment
WHERE EXISTS (SELECT 1 FROM steps AS moved
              WHERE moved.commitment = s.commitment AND moved.party = s.party AND moved.kind = s.kind
                AND moved.before IS NOT NULL AND (moved.kind <> 'modality' OR moved.softened))
  AND (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
ORDER BY k.entry, s.party, s.turn, s.place
LIMIT :limit
