-- What does each party say of each commitment, beside what the others say of it, as of :as_of?
--
-- One row for each cell: for every obligor and beneficiary, and whoever else takes a position or speaks as a third
-- party (its latest claim). A cell tells the claim that decided the position, with its amount, due day and verb
-- (unless it only reports): no figure stands beside words that did not give it. Three flags say whether cells differ
-- there. Where a party takes no position: its chances since the first claim on record of another party that affirms
-- the commitment. :topic and :commitment add up.
--
-- Needs: position, standing, status, last_check
WITH told AS (
    SELECT s.commitment, s.party, CASE s.is_obligor WHEN 1 THEN 'obligor' ELSE 'beneficiary' END AS role,
           s.position, s.since, p.claim, NULL AS third
    FROM standing AS s
    LEFT JOIN position AS p ON p.commitment = s.commitment AND p.party = s.party
    UNION ALL
    SELECT p.commitment, p.party, NULL, p.position, p.since, p.claim, NULL
    FROM position AS p
    WHERE NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = p.commitment AND s.party = p.party)
    UNION ALL
    SELECT commitment, NULL, NULL, stance, said_first, id, speaker
    FROM (
        SELECT c.commitment, c.stance, c.said_first, c.id, c.speaker,
               ROW_NUMBER() OVER (
                   PARTITION BY c.commitment, c.speaker ORDER BY c.said_first DESC, c.said_last DESC, c.entry DESC
               ) AS place
        FROM claim AS c
        WHERE c.party IS NULL AND c.commitment IS NOT NULL AND c.said_first <= :as_of
    ) AS latest
    WHERE place = 1
),
chosen AS (
    SELECT k.id, k.entry, k.summary, k.topic
    FROM commitment AS k
    WHERE (:topic IS NULL AND :commitment IS NULL
           OR k.topic IN (SELECT value FROM json_each(:topic))
           OR k.id IN (SELECT value FROM json_each(:commitment)))
      AND (:party IS NULL OR EXISTS (SELECT 1 FROM told
                                     WHERE told.commitment = k.id AND told.party IN (SELECT value FROM json_each(:party))))
    ORDER BY k.entry
    LIMIT :limit
),
cell AS (
    SELECT k.entry AS commitment_entry, k.summary, k.topic, told.*,
           CASE WHEN own.stance NOT LIKE 'reports-%' THEN own.quantity END AS quantity,
           CASE WHEN own.stance NOT LIKE 'reports-%'
                THEN own.amount || ' ' || own.unit || ' ' || COALESCE(own.period, '') || ' ' || own.bound END AS amount,
           CASE WHEN own.stance NOT LIKE 'reports-%' THEN d.due_day END AS due,
           CASE WHEN own.stance NOT LIKE 'reports-%' THEN own.modality END AS modality,
           (SELECT MIN(asked.said_first) FROM claim AS asked
            WHERE asked.commitment = told.commitment AND asked.party <> told.party AND asked.on_record
              AND asked.stance IN ('affirms', 'affirms-in-part') AND asked.said_first <= :as_of
              AND told.position IN ('silent', 'mentions', 'declines')) AS asked
    FROM chosen AS k
    JOIN told ON told.commitment = k.id
    LEFT JOIN claim AS own ON own.id = told.claim
    LEFT JOIN deadline AS d ON d.id = own.deadline
)
SELECT cell.commitment, cell.summary, cell.topic, status.status,
       cell.party, cell.role, cell.position, cell.since, cell.claim, c.speaker, c.said, c.source, c.quote, c.text,
       cell.quantity, cell.due, cell.modality,
       MIN(cell.amount) OVER of_it <> MAX(cell.amount) OVER of_it AND cell.amount IS NOT NULL AS quantity_differs,
       MIN(cell.due) OVER of_it <> MAX(cell.due) OVER of_it AND cell.due IS NOT NULL AS due_differs,
       MIN(cell.modality) OVER of_it <> MAX(cell.modality) OVER of_it AND cell.modality IS NOT NULL AS modality_differs,
       CASE WHEN cell.asked IS NOT NULL THEN
           (SELECT COUNT(*)                       -- it takes no position, so no statement of its own is left out
            FROM (SELECT 1 FROM claim AS s
                  WHERE s.topic = cell.topic AND s.party = cell.party AND s.on_record
                    AND s.said_first >= cell.asked AND s.said_first <= :as_of
                  GROUP BY s.said_first, s.speaker) AS statement)
       END AS chances,
       looked.last_checked
FROM cell
JOIN status ON status.commitment = cell.commitment
LEFT JOIN claim AS c ON c.id = cell.claim
LEFT JOIN last_check AS looked ON looked.party = cell.party AND looked.topic = cell.topic
WINDOW of_it AS (PARTITION BY cell.commitment)
ORDER BY cell.commitment_entry, cell.party IS NULL, cell.party, c.said_first, c.entry
