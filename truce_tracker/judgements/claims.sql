-- What has been claimed, as of :as_of?
--
-- A filter is NULL, or the ids that it lets through with a comma before and behind each (',US,CN,').
SELECT c.id AS claim, c.said, c.party, c.speaker, c.on_record, c.stance, c.modality, c.topic, c.commitment, c.text,
       c.quote, c.quantity, COALESCE(c.milestone, c.deadline) AS deadline, c.source, c.instrument
FROM claim AS c
WHERE c.said_first <= :as_of
  AND (:party IS NULL OR REPLACE(:party, ',' || c.party || ',', '') <> :party)
  AND (:speaker IS NULL OR REPLACE(:speaker, ',' || c.speaker || ',', '') <> :speaker)
  AND (:topic IS NULL OR REPLACE(:topic, ',' || c.topic || ',', '') <> :topic)
  AND (:commitment IS NULL OR REPLACE(:commitment, ',' || c.commitment || ',', '') <> :commitment)
  AND (:source IS NULL OR REPLACE(:source, ',' || c.source || ',', '') <> :source)
  AND (:stance IS NULL OR REPLACE(:stance, ',' || c.stance || ',', '') <> :stance)
  AND (:since IS NULL OR c.said_first >= :since)
  AND (:until IS NULL OR c.said_first <= :until)
  AND (:search IS NULL OR c.entry IN (SELECT rowid FROM claim_search WHERE claim_search MATCH :search))
ORDER BY c.said_first, c.entry
LIMIT :limit
