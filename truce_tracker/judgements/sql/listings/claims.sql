-- What has been claimed, as of :as_of?
--
-- Needs: chosen_claim
SELECT c.id AS claim, c.said, c.party, c.speaker, c.on_record, c.stance, c.modality, c.topic, c.commitment, c.text,
       c.quote, c.quantity, COALESCE(c.milestone, c.deadline) AS deadline, c.source, c.instrument
FROM chosen_claim AS c
WHERE c.said_first <= :as_of
ORDER BY c.said_first, c.entry
LIMIT :limit
