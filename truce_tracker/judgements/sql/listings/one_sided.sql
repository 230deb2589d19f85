-- Which claims does no counterparty affirm, as of :as_of?                  (definitions: "One-sided claim")
--
-- One row for each claim and counterparty of it.
--
-- Needs: position, standing, last_check, chosen_claim
SELECT k.id AS claim, k.said, k.said_first, k.party, k.speaker, k.topic, k.commitment, k.text, k.source, chosen.total,
       other.party AS counterparty, other.position, other.since,
       (SELECT COUNT(*)                                                     -- "chances": statements without a position
        FROM (SELECT c.said_first
              FROM claim AS c
              WHERE c.topic = k.topic AND c.party = other.party AND c.on_record = TRUE
                AND c.said_first >= k.said_first AND c.said_first <= :as_of
              GROUP BY c.said_first, c.speaker
              HAVING COUNT(CASE WHEN c.commitment = k.commitment AND c.stance IN
                     ('affirms', 'affirms-in-part', 'denies', 'proposes', 'withdraws') THEN 1 END) = 0
             ) AS statement
       ) AS chances,
       looked.last_checked
FROM (
    SELECT c.id, COUNT(*) OVER () AS total
    FROM chosen_claim AS c
    WHERE c.on_record AND c.party IS NOT NULL AND c.stance IN ('affirms', 'affirms-in-part')
      AND c.said_first <= :as_of
      AND NOT EXISTS (SELECT 1 FROM position AS own
                      WHERE own.commitment = c.commitment AND own.party = c.party AND own.position = 'withdraws')
      AND EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = c.commitment AND s.party <> c.party)
      AND NOT EXISTS (SELECT 1 FROM standing AS s
                      WHERE s.commitment = c.commitment AND s.party <> c.party AND s.position = 'affirms')
    ORDER BY c.said_first, c.entry
    LIMIT :limit
) AS chosen
JOIN claim AS k ON k.id = chosen.id
JOIN standing AS other ON other.commitment = k.commitment AND other.party <> k.party
LEFT JOIN last_check AS looked ON looked.party = other.party AND looked.topic = k.topic
ORDER BY k.said_first, k.entry, other.party
