-- Which commitments do the filters of a listing let through? A filter is NULL, or a JSON list of what it lets through:
-- :obligor by who owes it, :involved by who owes it or is owed it.
SELECT k.*
FROM commitment AS k
WHERE TRUE
  AND (:obligor IS NULL OR k.id IN (SELECT commitment FROM obligor JOIN json_each(:obligor) ON value = party))
  AND (:involved IS NULL OR k.id IN (SELECT commitment FROM obligor JOIN json_each(:involved) ON value = party
                                     UNION SELECT commitment FROM beneficiary JOIN json_each(:involved) ON value = party))
  AND (:topic IS NULL OR k.topic IN (SELECT value FROM json_each(:topic)))
  AND (:commitment IS NULL OR k.id IN (SELECT value FROM json_each(:commitment)))
  AND (:words IS NULL OR k.entry IN (SELECT rowid FROM commitment_search WHERE commitment_search MATCH :words))
