-- What is said to be given in return for each commitment, and how does that stand?
--
-- `shown` holds the commitments to tell of.
--
-- Needs: status, state
SELECT x.commitment, x.in_exchange_for, status.status, state.state
FROM shown
JOIN exchange AS x ON x.commitment = shown.id
JOIN status ON status.commitment = x.in_exchange_for
JOIN state ON state.commitment = x.in_exchange_for
ORDER BY x.commitment, x.place
