-- Which parties are there, and how much does each say, as of :as_of?
SELECT p.id AS party, p.name, p.aliases,
       (SELECT COUNT(*) FROM speaker AS s WHERE s.party = p.id) AS speakers,
       COALESCE(said.claims, 0) AS claims
FROM party AS p
LEFT JOIN (
    SELECT party, COUNT(DISTINCT claim) AS claims FROM pair WHERE known <= :as_of GROUP BY party
) AS said ON said.party = p.id
WHERE (:party IS NULL OR p.id IN (SELECT value FROM json_each(:party)))
  AND (:pattern IS NULL OR LOWER(p.id || ' ' || COALESCE(p.name, '') || ' ' || p.aliases) LIKE :pattern ESCAPE '\')
ORDER BY p.entry
LIMIT :limit
