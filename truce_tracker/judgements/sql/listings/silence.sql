-- Which claims of others has each party not answered, as of :as_of?
--
-- One row for each party, topic and claim: a leading claim on record that affirms, wholly or in part, by another party that
-- still stands by it, on a commitment that is not closed, that the party owes or is owed and on which it takes no position.
-- A party's statements are what one speaker said on one day, on record. One that takes no position makes no statement that
-- takes one, so each since the first claim is a chance.
--
-- Needs: leading, position, standing, closing, last_check, spoken
WITH unanswered AS (
    SELECT s.party, p.topic, p.claim, p.said_first, p.place
    FROM standing AS s
    JOIN leading AS p ON p.commitment = s.commitment AND p.party <> s.party
    JOIN position AS own ON own.commitment = p.commitment AND own.party = p.party
    JOIN closing ON closing.commitment = p.commitment
    WHERE s.position IN ('silent', 'mentions', 'declines')
      AND p.on_record AND p.stance IN ('affirms', 'affirms-in-part')
      AND own.position IN ('affirms', 'affirms-if', 'affirms-in-part') AND NOT closing.closed
      AND (:party IS NULL OR s.party IN (SELECT value FROM json_each(:party)))
      AND (:topic IS NULL OR p.topic IN (SELECT value FROM json_each(:topic)))
),
quiet AS (
    SELECT party, topic, MIN(said_first) AS since FROM unanswered GROUP BY party, topic
)
SELECT u.party, u.topic, u.claim, quiet.since,
       COALESCE((SELECT MAX(s.since) FROM spoken AS s WHERE s.party = u.party AND s.topic = u.topic), 0) AS statements,
       COALESCE((SELECT MAX(s.since) FROM spoken AS s
                 WHERE s.party = u.party AND s.topic = u.topic AND s.said_first >= quiet.since), 0) AS chances,
       looked.last_checked,
       looked.last_checked IS NULL OR u.said_first > looked.last_checked AS unchecked
FROM (SELECT party, topic, claim, MIN(said_first) AS said_first, MIN(place) AS place
      FROM unanswered GROUP BY party, topic, claim) AS u
JOIN quiet ON quiet.party = u.party AND quiet.topic = u.topic
JOIN topic AS t ON t.id = u.topic
LEFT JOIN last_check AS looked ON looked.party = u.party AND looked.topic = u.topic
ORDER BY u.party, t.entry, u.place
