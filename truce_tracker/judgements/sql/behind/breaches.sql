-- Who reported that what must hold was broken, by whom, how often and when last?                 (definitions: "breaches")
--
-- `shown` holds the commitments. Third-party speakers are counted together; nobody is accused where the report says so.
--
-- Needs: report
SELECT r.commitment, t.party, r.party AS reported_by, COUNT(*) AS reports, MAX(r.said_first) AS latest
FROM shown
JOIN report AS r ON r.commitment = shown.id AND r.stance = 'reports-breach' AND r.on_record
LEFT JOIN told_of AS t ON t.commitment = r.commitment AND t.claim = r.claim
GROUP BY r.commitment, t.party, r.party
ORDER BY r.commitment, t.party IS NULL, t.party, r.party IS NULL, r.party
