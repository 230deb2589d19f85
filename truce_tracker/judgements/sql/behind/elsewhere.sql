-- How much did the parties of the commitment :subject say on record about other things, as of :as_of?
--
-- The pairs are those of the store, also where only some commitments are asked for.
--
-- Needs: standing
SELECT COUNT(DISTINCT CASE WHEN p.topic = k.topic THEN p.claim END) AS same_topic,
       COUNT(DISTINCT CASE WHEN p.topic <> k.topic THEN p.claim END) AS other_topic
FROM commitment AS k
JOIN standing AS s ON s.commitment = k.id
JOIN main.pair AS p ON p.party = s.party
WHERE k.id = :subject AND p.on_record AND p.known <= :as_of AND (p.commitment IS NULL OR p.commitment <> k.id)
  AND (p.topic <> k.topic OR p.commitment IS NOT NULL)
