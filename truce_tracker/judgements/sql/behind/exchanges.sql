-- What is said to be given in return for each commitment, and how does that stand?
--
-- `shown` holds the commitments to tell of.
--
-- Needs: status
SELECT x.commitment, x.in_exchange_for, status.status
FROM exchange AS x
JOIN status ON status.commitment = x.in_exchange_for
WHERE x.commitment IN (SELECT id FROM shown)
ORDER BY x.commitment, x.place
