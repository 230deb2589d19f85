-- Which claims does no counterparty affirm, as of :as_of?                              (definitions: "One-sided claim")
--
-- One row for each claim, party and commitment, and counterparty of it. A closed commitment is left out, but with :all.
--
-- Needs: leading, chosen_pair, position, standing, closing, last_check, spoken, telling
WITH told AS (
    SELECT led.claim, led.commitment, COUNT(DISTINCT again.claim) AS tellings
    FROM telling AS t
    CROSS JOIN pair AS again ON again.place = t.place
    CROSS JOIN pair AS led ON led.place = t.leader
    GROUP BY led.claim, led.commitment
)
SELECT k.claim, c.said, k.said_first, k.party, k.speaker, k.topic, k.commitment, c.text, k.source, chosen.total, k.place,
       chosen.state, chosen.state_one_sided,
       COALESCE(told.tellings, 0) AS tellings,
       other.party AS counterparty, other.position, other.since, other.latest,
       COALESCE((SELECT s.since FROM spoken AS s                                 -- "chances": all that it said since ...
                 WHERE s.party = other.party AND s.topic = k.topic AND s.said_first >= k.said_first
                 ORDER BY s.said_first
                 LIMIT 1), 0)
       - CASE WHEN other.position IN ('silent', 'mentions', 'declines') THEN 0   -- ... but where it took a position
              ELSE (SELECT COUNT(*)
                    FROM (SELECT DISTINCT p.said_first, p.speaker
                          FROM leading AS p
                          JOIN leading AS q ON q.party = p.party AND q.topic = k.topic AND q.on_record
                               AND q.said_first = p.said_first AND q.speaker IS NOT DISTINCT FROM p.speaker
                          WHERE p.commitment = k.commitment AND p.party = other.party AND p.on_record
                            AND p.takes IS NOT NULL AND p.said_first >= k.said_first) AS taken)
         END AS chances,
       looked.last_checked
FROM (
    SELECT p.place, closing.state, closing.state_one_sided, COUNT(*) OVER () AS total
    FROM chosen_pair AS p
    JOIN position AS own ON own.commitment = p.commitment AND own.party = p.party
    JOIN closing ON closing.commitment = p.commitment
    WHERE p.on_record AND p.stance IN ('affirms', 'affirms-in-part') AND p.known <= :as_of
      AND own.position IN ('affirms', 'affirms-if', 'affirms-in-part')
      AND (:all = 1 OR NOT closing.closed)
      AND NOT EXISTS (SELECT 1 FROM telling AS t WHERE t.place = p.place)
      AND EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = p.commitment AND s.party <> p.party)
      AND NOT EXISTS (SELECT 1 FROM standing AS s
                      WHERE s.commitment = p.commitment AND s.party <> p.party AND s.position = 'affirms')
    ORDER BY p.place
    LIMIT :limit
) AS chosen
JOIN pair AS k ON k.place = chosen.place
JOIN claim AS c ON c.id = k.claim
JOIN standing AS other ON other.commitment = k.commitment AND other.party <> k.party
LEFT JOIN told ON told.claim = k.claim AND told.commitment = k.commitment
LEFT JOIN last_check AS looked ON looked.party = other.party AND looked.topic = k.topic
ORDER BY k.place, other.party
