-- When does each clock run out, by whose word, as of :as_of?                                       (definitions: "A clock")
--
-- Each reporter starts it once, on the earliest day of doing that it reported since it last said not met.
--
-- Needs: report, counted_for
-- Key: deadline, reporter
WITH started AS (
    SELECT d.id AS deadline, r.reporter, r.party, r.place, r.stance, r.done_first
    FROM deadline AS d
    JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= :as_of
    JOIN report AS r ON r.commitment = d.of_commitment
    WHERE d.within_count IS NOT NULL AND r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
    UNION ALL
    SELECT d.id, r.reporter, r.party, r.place, r.stance, r.done_first
    FROM deadline AS d
    JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= :as_of
    JOIN counted_for AS c ON c.milestone = d.of_milestone
    JOIN report AS r ON r.place = c.place
    WHERE d.within_count IS NOT NULL AND r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
),
begun AS (
    SELECT s.deadline, s.reporter, s.party, MIN(s.done_first) AS day
    FROM started AS s
    WHERE s.stance = 'reports-met'
      AND NOT EXISTS (SELECT 1 FROM started AS not_yet
                      WHERE not_yet.deadline = s.deadline AND not_yet.reporter = s.reporter
                        AND not_yet.stance = 'reports-unmet' AND not_yet.place > s.place)
    GROUP BY s.deadline, s.reporter, s.party
),
reading AS (
    SELECT b.deadline, b.reporter, b.party, d.no_later_than_day,
           CASE d.within_unit
               WHEN 'day' THEN DATE(b.day, '+' || d.within_count || ' days')
               ELSE MIN(DATE(b.day, '+' || d.within_count || ' months'),  -- 31 January and a month: the last of February
                        DATE(b.day, 'start of month', '+' || (d.within_count + 1) || ' months', '-1 day'))
           END AS due
    FROM begun AS b
    JOIN deadline AS d ON d.id = b.deadline
)
SELECT deadline, reporter, party, MIN(due, COALESCE(no_later_than_day, due)) AS due
FROM reading
