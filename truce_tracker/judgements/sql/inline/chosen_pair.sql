-- Which claims, each for a party and a commitment, do the filters of a listing let through? Filters as in chosen_claim.
SELECT p.*
FROM pair AS p
WHERE TRUE
  AND (:party IS NULL OR p.party IN (SELECT value FROM json_each(:party)))
  AND (:speaker IS NULL OR p.speaker IN (SELECT value FROM json_each(:speaker)))
  AND (:topic IS NULL OR p.topic IN (SELECT value FROM json_each(:topic)))
  AND (:commitment IS NULL OR p.commitment IN (SELECT value FROM json_each(:commitment)))
  AND (:source IS NULL OR p.source IN (SELECT value FROM json_each(:source)))
  AND (:stance IS NULL OR p.stance IN (SELECT value FROM json_each(:stance)))
  AND (:since IS NULL OR p.said_first >= :since)
  AND (:until IS NULL OR p.said_first <= :until)
  AND (:search IS NULL OR p.entry IN (SELECT rowid FROM claim_search WHERE claim_search MATCH :search))
