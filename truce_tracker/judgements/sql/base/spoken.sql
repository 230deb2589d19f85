-- How many statements did each party make on each topic from each of its days on, as of :as_of?
--                                                                                    (definitions: "One-sided claim", chances)
-- A statement is what one speaker said on one day, on record.
--
-- Needs: leading
-- Key: party, topic, said_first
SELECT party, topic, said_first, SUM(statements) OVER (PARTITION BY party, topic ORDER BY said_first DESC) AS since
FROM (
    SELECT party, topic, said_first, COUNT(*) AS statements
    FROM (SELECT DISTINCT party, topic, said_first, speaker FROM leading WHERE on_record AND party IS NOT NULL) AS said
    GROUP BY party, topic, said_first
) AS by_day
