-- What was said, what falls due or ends, and who looked, by day, as of :as_of? Milestones to come are in it.
--
-- The window of a milestone begins with its `from`, one of kind `expires` without it with the day on which it was stated.
-- A variant and a milestone without a day are left out. The filter :party lets through what it said, owes, or was searched
-- for. Tellings are left out: the account that leads stands for them.
--
-- A quote that stands for a text is its outlet's, where the words are the source's account (`render.quoted`).
--
-- Needs: milestone_state, leading, worded
SELECT day, kind, id, party, speaker, topic, commitment, state, begins, ends, text
FROM (
    SELECT c.said_first AS day, 1 AS turn, 'claim' AS kind, c.id,
           GROUP_CONCAT(DISTINCT p.party) AS party, c.speaker,
           MIN(p.topic) AS topic, MIN(p.commitment) AS commitment, c.stance AS state,
           CASE WHEN c.said_last > c.said_first THEN c.said_first END AS begins,
           CASE WHEN c.said_last > c.said_first THEN c.said_last END AS ends,
           c.told AS text, c.entry,
           :party IS NULL OR MAX(p.party IN (SELECT value FROM json_each(:party))) AS wanted
    FROM leading AS p
    JOIN worded AS c ON c.id = p.claim
    WHERE (:topic IS NULL OR p.topic IN (SELECT value FROM json_each(:topic)))
    GROUP BY c.id, c.said_first, c.said_last, c.speaker, c.stance, c.told, c.entry
    UNION ALL
    SELECT s.due, 2, s.kind, s.milestone, NULL, NULL, s.topic, s.commitment, s.status,
           windowed.begins, CASE WHEN windowed.begins IS NOT NULL THEN s.due END,
           s.summary, s.entry,
           :party IS NULL OR EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = s.commitment
                                     AND o.party IN (SELECT value FROM json_each(:party)))
    FROM milestone_state AS s
    JOIN (
        SELECT d.id,
               CASE WHEN d.from_day IS NOT NULL THEN d.from_day
                    WHEN d.kind = 'expires' AND (d.due_day IS NULL OR d.stated_first <= d.due_day) THEN d.stated_first
               END AS begins
        FROM deadline AS d
    ) AS windowed ON windowed.id = s.deadline
    WHERE s.due IS NOT NULL AND s.status <> 'variant'
      AND (:topic IS NULL OR s.topic IN (SELECT value FROM json_each(:topic)))
    UNION ALL
    SELECT x.checked_first, 3, 'check', x.id, x.party, NULL,
           (SELECT MIN(t.topic) FROM check_topic AS t WHERE t."check" = x.id HAVING COUNT(*) = 1), NULL, 'checked',
           x.from_day, CASE WHEN x.from_day IS NOT NULL THEN x.to_day END,
           x.what, x.entry,
           :party IS NULL OR x.party IN (SELECT value FROM json_each(:party))
    FROM "check" AS x
    WHERE x.checked_first <= :as_of
      AND (:topic IS NULL
           OR NOT EXISTS (SELECT 1 FROM check_topic AS t WHERE t."check" = x.id)
           OR EXISTS (SELECT 1 FROM check_topic AS t
                      WHERE t."check" = x.id AND t.topic IN (SELECT value FROM json_each(:topic))))
) AS entry
WHERE wanted
  AND (:since IS NULL OR day >= :since)
  AND (:until IS NULL OR day <= :until)
ORDER BY day, turn, entry, id
LIMIT :limit
