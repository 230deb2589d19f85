-- What does each party say of each commitment, beside what the others say of it, as of :as_of?
--
-- One row for each cell: for every obligor and beneficiary, and whoever else takes a position or speaks as a third party
-- (its latest leading claim). A cell tells the claim that decided the position, with its amount, due day and verb (unless it
-- only reports): no figure stands beside words that did not give it. Three flags say whether cells differ there. `told_also`
-- names the outlets of the other accounts. Where a party takes no position: its chances since the first claim on record of
-- another party that affirms the commitment. :topic and :commitment add up.
--
-- Needs: leading, telling, listed, milestone_due, position, standing, status, closing, last_check, spoken
WITH told AS (
    SELECT s.commitment, s.party,
           CASE WHEN s.is_obligor = 1 AND s.is_beneficiary = 1 THEN 'both' WHEN s.is_obligor = 1 THEN 'obligor'
                ELSE 'beneficiary' END AS role,
           s.position, s.since, s.claim
    FROM standing AS s
    UNION ALL
    SELECT p.commitment, p.party, 'other', p.position, p.since, p.claim
    FROM position AS p
    WHERE p.position NOT IN ('declines', 'mentions')
      AND NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = p.commitment AND s.party = p.party)
    UNION ALL
    SELECT commitment, NULL, NULL, stance, said_first, claim
    FROM (
        SELECT p.commitment, p.stance, p.said_first, p.claim,
               ROW_NUMBER() OVER (PARTITION BY p.commitment, p.speaker ORDER BY p.place DESC) AS turn
        FROM leading AS p
        WHERE p.party IS NULL AND p.commitment IS NOT NULL
    ) AS latest
    WHERE turn = 1
),
picked AS (
    SELECT k.id, k.entry, k.summary, k.topic
    FROM listed AS k
    WHERE (:topic IS NULL AND :commitment IS NULL
           OR k.topic IN (SELECT value FROM json_each(:topic))
           OR k.id IN (SELECT value FROM json_each(:commitment)))
      AND (:party IS NULL OR EXISTS (SELECT 1 FROM told
                                     WHERE told.commitment = k.id AND told.party IN (SELECT value FROM json_each(:party))))
    ORDER BY k.entry
    LIMIT :limit
),
cell AS (
    SELECT k.entry AS commitment_entry, k.summary, k.topic, told.*, p.place,
           CASE WHEN NOT p.reports THEN own.quantity END AS quantity,
           CASE WHEN NOT p.reports
                THEN own.amount || ' ' || COALESCE(CAST(own.amount_to AS TEXT), '') || ' ' || own.unit || ' ' || COALESCE(own.period, '')
                     || ' ' || own.bound END AS amount,
           CASE WHEN NOT p.reports THEN (SELECT MIN(m.due) FROM milestone_due AS m WHERE m.deadline = p.deadline) END AS due,
           CASE WHEN NOT p.reports THEN own.modality END AS modality,
           (SELECT MIN(asked.said_first) FROM leading AS asked
            WHERE asked.commitment = told.commitment AND asked.party <> told.party AND asked.on_record
              AND asked.stance IN ('affirms', 'affirms-in-part')
              AND told.position IN ('silent', 'mentions', 'declines')) AS asked
    FROM picked AS k
    JOIN told ON told.commitment = k.id
    LEFT JOIN claim AS own ON own.id = told.claim
    LEFT JOIN pair AS p ON p.claim = told.claim AND p.commitment = told.commitment
                        AND p.party IS NOT DISTINCT FROM told.party
)
SELECT cell.commitment, cell.summary, cell.topic, status.status, closing.state, closing.state_one_sided,
       cell.party, cell.role, cell.position, cell.since, cell.claim, c.speaker, c.said, c.source, s.outlet, c.words_as AS words,
       c.quote, c.text, c.condition, cell.quantity, cell.due, cell.modality,
       MIN(cell.amount) OVER of_it <> MAX(cell.amount) OVER of_it AND cell.amount IS NOT NULL AS quantity_differs,
       MIN(cell.due) OVER of_it <> MAX(cell.due) OVER of_it AND cell.due IS NOT NULL AS due_differs,
       MIN(cell.modality) OVER of_it <> MAX(cell.modality) OVER of_it AND cell.modality IS NOT NULL AS modality_differs,
       (SELECT GROUP_CONCAT(named.outlet, CHAR(10))
        FROM (SELECT DISTINCT COALESCE(other.outlet, other.id) AS outlet
              FROM telling AS t
              JOIN pair AS again ON again.place = t.place
              JOIN source AS other ON other.id = again.source
              WHERE t.leader = cell.place
              ORDER BY outlet) AS named) AS told_also,
       CASE WHEN cell.asked IS NOT NULL THEN
           COALESCE((SELECT MAX(spoken.since) FROM spoken     -- it takes no position, so no statement of its own is left out
                     WHERE spoken.topic = cell.topic AND spoken.party = cell.party
                       AND spoken.said_first >= cell.asked), 0)
       END AS chances,
       looked.last_checked
FROM cell
JOIN status ON status.commitment = cell.commitment
JOIN closing ON closing.commitment = cell.commitment
LEFT JOIN claim AS c ON c.id = cell.claim
LEFT JOIN source AS s ON s.id = c.source
LEFT JOIN last_check AS looked ON looked.party = cell.party AND looked.topic = cell.topic
WINDOW of_it AS (PARTITION BY cell.commitment)
ORDER BY cell.commitment_entry, cell.party IS NULL, cell.party, cell.place
