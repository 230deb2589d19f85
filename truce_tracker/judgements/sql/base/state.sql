-- What became of each commitment, as of :as_of?                                                   (definitions: "State")
--
-- The first that fits.
--
-- Needs: stand_in, doing, ended, outcome, report
-- Key: commitment
WITH dated AS (
    SELECT commitment,
           COUNT(*) FILTER (WHERE kind = 'expires' AND status <> 'variant') AS terms,
           COUNT(*) FILTER (WHERE status = 'lapsed') AS lapsed,
           COUNT(*) FILTER (WHERE status = 'in force') AS in_force,
           COUNT(*) FILTER (WHERE status IN ('overdue', 'unmet')) AS late,
           COUNT(*) FILTER (WHERE status = 'disputed') AS disputed,
           COUNT(*) FILTER (WHERE kind = 'due' AND status = 'open') AS due,
           COUNT(*) FILTER (WHERE kind = 'due' AND status = 'waiting') AS due_waiting,
           COUNT(*) FILTER (WHERE status = 'waiting') AS waiting
    FROM stand_in
    GROUP BY commitment
),
done AS (
    SELECT o.commitment, COUNT(*) FILTER (WHERE d.stance IS DISTINCT FROM 'reports-met') = 0 AS is_done,
           COUNT(*) FILTER (WHERE d.stance = 'reports-unmet') > 0 AS is_not_done
    FROM obligor AS o
    LEFT JOIN doing AS d ON d.commitment = o.commitment AND d.obligor = o.party AND d.is_last
    GROUP BY o.commitment
),
contested AS (
    SELECT DISTINCT commitment FROM outcome WHERE contested AND subject LIKE ' %'
),
over AS (
    SELECT commitment, COUNT(*) FILTER (WHERE NOT answered) > 0 AS is_ended FROM ended GROUP BY commitment
),
broken AS (
    SELECT DISTINCT commitment FROM report WHERE stance = 'reports-breach' AND on_record
)
SELECT k.id AS commitment,
       CASE
           WHEN over.is_ended THEN 'ended'
           WHEN done.is_done AND contested.commitment IS NULL AND COALESCE(dated.terms, 0) = 0
                AND COALESCE(dated.late + dated.disputed + dated.due + dated.due_waiting, 0) = 0 THEN 'done'
           WHEN dated.terms > 0 AND dated.lapsed = dated.terms THEN 'lapsed'
           WHEN broken.commitment IS NOT NULL THEN 'breach reported'
           WHEN dated.late > 0 THEN 'late'
           WHEN dated.disputed > 0 OR contested.commitment IS NOT NULL OR over.commitment IS NOT NULL THEN 'disputed'
           WHEN dated.in_force > 0 THEN 'in force'
           WHEN dated.due > 0 THEN 'due'
           WHEN done.is_not_done THEN 'not done'
           WHEN dated.waiting > 0 THEN 'waiting'
           ELSE 'open'
       END AS state
FROM commitment AS k
LEFT JOIN dated ON dated.commitment = k.id
LEFT JOIN done ON done.commitment = k.id
LEFT JOIN contested ON contested.commitment = k.id
LEFT JOIN over ON over.commitment = k.id
LEFT JOIN broken ON broken.commitment = k.id
