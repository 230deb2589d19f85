-- On which days after :since, up to :until, can a verdict change? One on which a claim or a deadline becomes known; and, as
-- `passed`, each due day behind which the calendar changes it. A clock may run out on any day: those of :since and :until
-- are asked for beside these. (A report on a date that was moved can start the clock that runs from the new one.)
WITH RECURSIVE started_by AS (
    SELECT d.id AS clock, COALESCE(d.of_commitment, timed.commitment) AS commitment, timed.id AS deadline
    FROM deadline AS d
    LEFT JOIN milestone AS m ON m.id = d.of_milestone
    LEFT JOIN deadline AS timed ON timed.id = m.deadline
    WHERE d.within_count IS NOT NULL
    UNION
    SELECT s.clock, earlier.commitment, earlier.id
    FROM started_by AS s
    JOIN deadline_replaces AS r ON r.deadline = s.deadline
    JOIN deadline AS earlier ON earlier.id = r.replaces
)
SELECT known AS day, 0 AS passed FROM pair WHERE known > :since AND known <= :until
UNION
SELECT known, 0 FROM known_deadline WHERE known > :since AND known <= :until
UNION
SELECT due, 1 FROM milestone WHERE due >= :since AND due < :until
UNION
SELECT no_later_than_day, 1 FROM deadline WHERE no_later_than_day >= :since AND no_later_than_day < :until
UNION
SELECT CASE d.within_unit
           WHEN 'day' THEN DATE(p.done_first, '+' || d.within_count || ' days')
           ELSE MIN(DATE(p.done_first, '+' || d.within_count || ' months'),
                    DATE(p.done_first, 'start of month', '+' || (d.within_count + 1) || ' months', '-1 day'))
       END, 1
FROM started_by AS s
JOIN deadline AS d ON d.id = s.clock
JOIN pair AS p ON p.commitment = s.commitment AND p.stance = 'reports-met'
WHERE p.known <= :until
