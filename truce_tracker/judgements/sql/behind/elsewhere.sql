-- How much did the parties of the commitment :subject say on record about other things, as of :as_of?
--
-- Needs: standing
SELECT COUNT(CASE WHEN c.topic = k.topic THEN 1 END) AS same_topic, COUNT(CASE WHEN c.topic <> k.topic THEN 1 END) AS other_topic
FROM commitment AS k
JOIN standing AS s ON s.commitment = k.id
JOIN claim AS c ON c.party = s.party
WHERE k.id = :subject AND c.on_record AND c.said_first <= :as_of AND (c.commitment IS NULL OR c.commitment <> k.id)
  AND (c.topic <> k.topic OR c.commitment IS NOT NULL)
