-- Which claims do the filters of a listing let through? A filter is NULL, or a JSON list of what it lets through.
SELECT c.*
FROM claim AS c
WHERE TRUE
  AND (:party IS NULL OR c.id IN (SELECT claim FROM claim_party JOIN json_each(:party) ON value = party))
  AND (:speaker IS NULL OR c.speaker IN (SELECT value FROM json_each(:speaker)))
  AND (:topic IS NULL OR c.id IN (SELECT claim FROM pair JOIN json_each(:topic) ON value = topic))
  AND (:commitment IS NULL OR c.id IN (SELECT claim FROM pair JOIN json_each(:commitment) ON value = commitment))
  AND (:source IS NULL OR c.source IN (SELECT value FROM json_each(:source)))
  AND (:stance IS NULL OR c.stance IN (SELECT value FROM json_each(:stance)))
  AND (:since IS NULL OR c.said_first >= :since)
  AND (:until IS NULL OR c.said_first <= :until)
  AND (:search IS NULL OR c.entry IN (SELECT rowid FROM claim_search WHERE claim_search MATCH :search))
