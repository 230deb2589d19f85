-- Which parties are there, and how much does each say, as of :as_of?
SELECT p.id AS party, p.name, p.aliases,
       (SELECT COUNT(*) FROM speaker AS s WHERE s.party = p.id) AS speakers,
       (SELECT COUNT(*) FROM claim AS c WHERE c.party = p.id AND c.said_first <= :as_of) AS claims
FROM party AS p
WHERE (:party IS NULL OR REPLACE(:party, ',' || p.id || ',', '') <> :party)
  AND (:search IS NULL OR LOWER(p.id || ' ' || COALESCE(p.name, '') || ' ' || p.aliases) LIKE :search ESCAPE '\')
ORDER BY p.entry
LIMIT :limit
