-- What has been claimed, as of :as_of?                                                           (definitions: "Known")
--
-- The statement that a claim tells again comes from behind/told_again.
--
-- Needs: chosen_claim
SELECT c.id AS claim, c.said,
       (SELECT json_group_array(party)
        FROM (SELECT cp.party FROM claim_party AS cp WHERE cp.claim = c.id ORDER BY cp.party) AS named) AS parties,
       c.speaker, c.on_record, c.stance, c.condition, c.modality,
       (SELECT p.topic FROM pair AS p WHERE p.claim = c.id ORDER BY p.place LIMIT 1) AS topic,
       (SELECT json_group_array(commitment)
        FROM (SELECT cc.commitment FROM claim_commitment AS cc WHERE cc.claim = c.id ORDER BY cc.place) AS named)
       AS commitments,
       c.text, c.quote, c.words_as AS words, c.quantity, COALESCE(c.milestone, c.deadline) AS deadline,
       CASE WHEN c.stance IN ('reports-progress', 'reports-met', 'reports-unmet', 'reports-breach', 'reports-ended')
            THEN (SELECT json_group_array(party)
                  FROM (SELECT DISTINCT t.party FROM claim_commitment AS cc
                        JOIN told_of AS t ON t.commitment = cc.commitment AND t.claim = cc.claim
                        WHERE cc.claim = c.id ORDER BY t.party) AS named) END AS about,
       c.source, c.instrument
FROM chosen_claim AS c
WHERE EXISTS (SELECT 1 FROM pair AS p WHERE p.claim = c.id AND p.known <= :as_of)
ORDER BY c.said_first, c.said_last, c.entry
LIMIT :limit OFFSET :skip
