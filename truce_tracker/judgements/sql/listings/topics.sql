-- What is the negotiation about, and how much is said of it, as of :as_of?
SELECT t.id AS topic, t.name,
       (SELECT COUNT(*) FROM commitment AS k WHERE k.topic = t.id) AS commitments,
       (SELECT COUNT(DISTINCT p.claim) FROM pair AS p WHERE p.topic = t.id AND p.known <= :as_of) AS claims
FROM topic AS t
WHERE (:topic IS NULL OR t.id IN (SELECT value FROM json_each(:topic)))
  AND (:pattern IS NULL OR LOWER(t.id || ' ' || COALESCE(t.name, '')) LIKE :pattern ESCAPE '\')
ORDER BY t.entry
LIMIT :limit
