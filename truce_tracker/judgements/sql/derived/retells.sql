-- Which account does each claim that retells another tell again?                  (definitions: "Statements and tellings")
--
-- On the same commitment, or where neither has one on the same topic; that of its own party, where there is one.
UPDATE pair SET retells = (
    SELECT told.place
    FROM claim AS c
    JOIN pair AS told ON told.claim = c.retells
    WHERE c.id = pair.claim
      AND (told.commitment = pair.commitment
           OR told.commitment IS NULL AND pair.commitment IS NULL AND told.topic = pair.topic)
    ORDER BY told.party IS DISTINCT FROM pair.party, told.place
    LIMIT 1
)
WHERE claim IN (SELECT id FROM claim WHERE retells IS NOT NULL)
