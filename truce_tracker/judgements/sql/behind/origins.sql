-- From which document does each document behind a claim come in the end?
--
-- Asked within of a commitment and of what it depends on: a report on a date can be one on the date that it replaced, of
-- another commitment.
--
-- A document that is based on another retells it, one that replaces another is the same in a later version: followed to
-- the first of them. (Where they run in a circle, each is as good an origin as the next: one stands for all.)
WITH RECURSIVE told AS (
    SELECT s.id AS source, s.id AS origin, COALESCE(s.based_on, s.replaces) AS earlier
    FROM source AS s
    WHERE s.id IN (SELECT p.source FROM pair AS p)
    UNION
    SELECT told.source, s.id, COALESCE(s.based_on, s.replaces)
    FROM told
    JOIN source AS s ON s.id = told.earlier
)
SELECT source, COALESCE(MIN(CASE WHEN earlier IS NULL THEN origin END), MIN(origin)) AS origin
FROM told
GROUP BY source
