-- Where do the quotes of claims stand in the texts of their sources? Characters counted from 0, :as_of.
SELECT a.claim, a.source, a.begins, a.ends, a.exact, a.prefix, a.suffix
FROM anchor AS a
JOIN claim AS c ON c.id = a.claim
WHERE EXISTS (SELECT 1 FROM pair AS p WHERE p.claim = c.id AND p.known <= :as_of)
  AND (:source IS NULL OR a.source IN (SELECT value FROM json_each(:source)))
ORDER BY c.said_first, c.entry
LIMIT :limit
