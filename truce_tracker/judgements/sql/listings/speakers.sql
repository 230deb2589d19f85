-- Who speaks, for whom, and how often, as of :as_of?
SELECT s.id AS speaker, s.name, s.party, s.role, s.aliases, s.on_record,
       (SELECT COUNT(*) FROM claim AS c WHERE c.speaker = s.id AND c.said_first <= :as_of) AS claims
FROM speaker AS s
WHERE (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
  AND (:speaker IS NULL OR s.id IN (SELECT value FROM json_each(:speaker)))
  AND (:pattern IS NULL
       OR LOWER(s.id || ' ' || COALESCE(s.name, '') || ' ' || COALESCE(s.role, '') || ' ' || s.aliases)
          LIKE :pattern ESCAPE '\')
ORDER BY s.entry
LIMIT :limit
