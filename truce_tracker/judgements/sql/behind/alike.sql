-- Which stored texts share runs of words with another text? Most shared first.
--
-- `wanted` holds a table of one column, run: the sample of the other text. A row tells how many runs are shared, and
-- how many there are of the stored text.
SELECT s.source, COUNT(*) AS shared, (SELECT COUNT(*) FROM sample AS own WHERE own.source = s.source) AS runs
FROM wanted
JOIN sample AS s ON s.run = wanted.run
GROUP BY s.source
ORDER BY shared DESC, s.source
LIMIT 5
