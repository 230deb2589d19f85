-- Which claims does no counterparty affirm, as of :as_of?                  (DESIGN section 4, "One-sided claim")
--
-- Needs: position (positions.sql), standing (standings.sql), last_check (last_checks.sql). One row for each claim and
-- counterparty of it. A filter is NULL, or the ids that it lets through with a comma before and behind each (',US,CN,').
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
    FROM claim AS c
    WHERE c.on_record AND c.party IS NOT NULL AND c.stance IN ('affirms', 'affirms-in-part')
      AND c.said_first <= :as_of
      AND NOT EXISTS (SELECT 1 FROM position AS own
                      WHERE own.commitment = c.commitment AND own.party = c.party AND own.position = 'withdraws')
      AND EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = c.commitment AND s.party <> c.party)
      AND NOT EXISTS (SELECT 1 FROM standing AS s
                      WHERE s.commitment = c.commitment AND s.party <> c.party AND s.position = 'affirms')
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
) AS chosen
JOIN claim AS k ON k.id = chosen.id
JOIN standing AS other ON other.commitment = k.commitment AND other.party <> k.party
LEFT JOIN last_check AS looked ON looked.party = other.party AND looked.topic = k.topic
ORDER BY k.said_first, k.entry, other.party
