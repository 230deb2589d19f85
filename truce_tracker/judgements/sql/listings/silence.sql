-- Which claims of others has each party not answered, as of :as_of?
--
-- One row for each party, topic and claim: a claim on record that affirms, wholly or in part, by another party that
-- has not withdrawn, on a commitment that the party owes or is owed and on which it takes no position. A party's
-- statements are distinct (speaker, first day) on record. One that takes no position makes no statement that takes
-- one, so each since the first claim is a chance.
--
-- Needs: position, standing, last_check
WITH unanswered AS (
    SELECT s.party, c.topic, c.id AS claim, c.said_first, c.entry
    FROM standing AS s
    JOIN claim AS c ON c.commitment = s.commitment AND c.party <> s.party
    WHERE s.position IN ('silent', 'mentions', 'declines')
      AND c.on_record AND c.stance IN ('affirms', 'affirms-in-part') AND c.said_first <= :as_of
      AND NOT EXISTS (SELECT 1 FROM position AS own
                      WHERE own.commitment = c.commitment AND own.party = c.party AND own.position = 'withdraws')
      AND (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
      AND (:topic IS NULL OR c.topic IN (SELECT value FROM json_each(:topic)))
),
silent AS (
    SELECT party, topic, MIN(said_first) AS since FROM unanswered GROUP BY party, topic
),
statement AS (
    SELECT c.party, c.topic, c.said_first
    FROM claim AS c
    WHERE c.on_record AND c.said_first <= :as_of
    GROUP BY c.party, c.topic, c.said_first, c.speaker
)
SELECT u.party, u.topic, u.claim, silent.since,
       (SELECT COUNT(*) FROM statement AS s WHERE s.party = u.party AND s.topic = u.topic) AS statements,
       (SELECT COUNT(*) FROM statement AS s
        WHERE s.party = u.party AND s.topic = u.topic AND s.said_first >= silent.since) AS chances,
       looked.last_checked,
       looked.last_checked IS NULL OR u.said_first > looked.last_checked AS unchecked
FROM unanswered AS u
JOIN silent ON silent.party = u.party AND silent.topic = u.topic
JOIN topic AS t ON t.id = u.topic
LEFT JOIN last_check AS looked ON looked.party = u.party AND looked.topic = u.topic
ORDER BY u.party, t.entry, u.said_first, u.entry
