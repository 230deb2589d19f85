-- Which account does each claim that retells another tell again?                  (definitions: "Statements and tellings")
--
-- On the same commitment, or where neither has one on the same topic; that of its own party, where there is one.
UPDATE pair
SET retells = found.told
FROM (
    SELECT again.place, told.place AS told,
           ROW_NUMBER() OVER (PARTITION BY again.place ORDER BY told.party IS DISTINCT FROM again.party, told.place) AS turn
    FROM claim AS c
    JOIN pair AS again ON again.claim = c.id
    JOIN pair AS told ON told.claim = c.retells
         AND (told.commitment = again.commitment
              OR told.commitment IS NULL AND again.commitment IS NULL AND told.topic = again.topic)
    WHERE c.retells IS NOT NULL
) AS found
WHERE found.place = pair.place AND found.turn = 1
