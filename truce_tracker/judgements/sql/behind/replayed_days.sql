-- On which days after :since, up to :until, can a verdict change? One on which a claim or a deadline becomes known; and, as
-- `passed`, each due day behind which the calendar changes it. A clock may run out on any day: those of :since and :until
-- are asked for beside these.
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
FROM deadline AS d
JOIN pair AS p ON p.stance = 'reports-met'
     AND (p.commitment = d.of_commitment OR p.commitment = (SELECT of_it.commitment
                                                            FROM milestone AS m
                                                            JOIN deadline AS of_it ON of_it.id = m.deadline
                                                            WHERE m.id = d.of_milestone))
WHERE d.within_count IS NOT NULL AND p.known <= :until
