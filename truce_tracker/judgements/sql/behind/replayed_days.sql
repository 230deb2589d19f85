-- On which days after :since, up to :until, can a verdict change? One on which something was said, or a deadline stated;
-- and, as `passed`, each due day behind which the calendar changes it.
SELECT said_first AS day, 0 AS passed FROM claim WHERE said_first > :since AND said_first <= :until
UNION
SELECT stated_first, 0 FROM deadline WHERE stated_first > :since AND stated_first <= :until
UNION
SELECT due, 1 FROM milestone WHERE due >= :since AND due < :until
