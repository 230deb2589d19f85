-- Who speaks, for whom, and how often, as of :as_of?
SELECT s.id AS speaker, s.name, s.party, s.role, s.aliases, s.on_record,
       COALESCE(said.claims, 0) AS claims
FROM speaker AS s
LEFT JOIN (
    SELECT speaker, COUNT(DISTINCT claim) AS claims FROM pair WHERE known <= :as_of GROUP BY speaker
) AS said ON said.speaker = s.id
WHERE (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
  AND (:speaker IS NULL OR s.id IN (SELECT value FROM json_each(:speaker)))
  AND (:pattern IS NULL
       OR LOWER(s.id || ' ' || COALESCE(s.name, '') || ' ' || COALESCE(s.role, '') || ' ' || s.aliases)
          LIKE :pattern ESCAPE '\')
ORDER BY s.entry
LIMIT :limit
