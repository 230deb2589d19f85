-- What has become of each milestone, as of :as_of?                                            (definitions: "Milestones")
--
-- `counts` is whether anybody can be late on it: an ultimatum makes nobody late.
--
-- Needs: milestone_due, moved, variant, outcome, naming, given, last_check
-- Key: milestone
WITH fulfilment AS (
    SELECT m.id AS milestone,
           COUNT(*) FILTER (WHERE NOT COALESCE(x.covered, FALSE)) = 0 AS is_met,
           COUNT(*) FILTER (WHERE x.contested) > 0 AS contested,
           COUNT(*) FILTER (WHERE NOT x.last_is_met) > 0 AS is_unmet,
           COUNT(*) FILTER (WHERE x.one_sided) > 0 AS one_sided,
           MAX(x.met_on) AS met_on
    FROM milestone AS m
    JOIN deadline AS d ON d.id = m.deadline
    JOIN obligor AS o ON o.commitment = d.commitment
    LEFT JOIN outcome AS x ON x.subject = m.id AND x.obligor = o.party
    GROUP BY m.id
)
SELECT m.milestone, m.deadline, m.commitment, k.summary, k.topic, m.kind, d.phrase, m.due, d.entry,
       CASE
           WHEN moved.milestone IS NOT NULL THEN 'moved'
           WHEN v.deadline IS NOT NULL THEN 'variant'
           WHEN m.kind = 'expires' AND m.not_started AND m.due IS NULL THEN 'waiting'
           WHEN m.kind = 'expires' AND (m.due IS NULL OR :as_of <= m.due) THEN 'in force'
           WHEN m.kind = 'expires' THEN 'lapsed'
           WHEN f.contested THEN 'disputed'
           WHEN f.is_met AND f.met_on > m.due THEN 'met late'
           WHEN f.is_met THEN 'met'
           WHEN m.not_started AND m.due IS NULL THEN 'waiting'
           WHEN m.due IS NULL OR :as_of <= m.due THEN 'open'
           WHEN f.is_unmet THEN 'unmet'
           ELSE 'overdue'
       END AS status,
       v.variant_of, moved.replacing AS moved_to, f.one_sided,
       EXISTS (SELECT 1 FROM given AS g
               WHERE g.deadline = m.deadline AND (g.milestone IS NULL OR g.milestone = m.milestone)
                 AND (g.firmly OR EXISTS (SELECT 1 FROM obligor AS o
                                          WHERE o.commitment = m.commitment AND o.party = g.party)))
       OR NOT EXISTS (SELECT 1 FROM naming AS n
                      WHERE n.deadline = m.deadline AND (n.milestone IS NULL OR n.milestone = m.milestone)) AS counts,
       (SELECT MAX(looked.last_checked)
        FROM obligor AS o
        JOIN last_check AS looked ON looked.party = o.party AND looked.topic = k.topic
        WHERE o.commitment = m.commitment
       ) AS last_checked
FROM milestone_due AS m
JOIN deadline AS d ON d.id = m.deadline
JOIN commitment AS k ON k.id = m.commitment
JOIN fulfilment AS f ON f.milestone = m.milestone
LEFT JOIN moved ON moved.milestone = m.milestone
LEFT JOIN variant AS v ON v.deadline = m.deadline
