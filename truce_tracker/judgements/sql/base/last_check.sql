-- When was each party last searched for words on each topic, as of :as_of?    (definitions: "last_checked")
--
-- The last day that a check made by then reached. A check that names no topic covers all of them.
--
-- Key: party, topic
SELECT party, topic, MAX(to_day) AS last_checked
FROM (
    SELECT x.party, covered.topic, x.to_day
    FROM "check" AS x
    JOIN check_topic AS covered ON covered."check" = x.id
    WHERE x.checked_first <= :as_of
    UNION ALL
    SELECT x.party, t.id AS topic, x.to_day
    FROM "check" AS x
    CROSS JOIN topic AS t
    WHERE x.checked_first <= :as_of AND NOT EXISTS (SELECT 1 FROM check_topic AS c WHERE c."check" = x.id)
) AS searched
GROUP BY party, topic
