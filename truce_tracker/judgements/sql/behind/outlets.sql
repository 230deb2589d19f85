-- Which outlet tells the words of each of the shown claims? The source's id where it has none.
--
-- `shown` holds the claims.
SELECT c.id AS claim, COALESCE(s.outlet, s.id) AS outlet
FROM shown
JOIN claim AS c ON c.id = shown.id
JOIN source AS s ON s.id = c.source
