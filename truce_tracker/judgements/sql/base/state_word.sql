-- Whose word is the state of each commitment, as of :as_of?                                    (definitions: "state_by")
--
-- For done and not done, by obligor, those whose latest word says so; for ended, those whose report stands; for a breach,
-- those who reported one. `place` is that of their latest such report.
--
-- Needs: state, doing, ended, report
SELECT s.commitment, s.state, d.obligor, d.reporter, d.party, d.place
FROM state AS s
JOIN doing AS d ON d.commitment = s.commitment
     AND d.stance = CASE s.state WHEN 'done' THEN 'reports-met' WHEN 'not done' THEN 'reports-unmet' END
UNION ALL
SELECT s.commitment, s.state, NULL, e.reporter, e.party, MAX(e.place)
FROM state AS s
JOIN ended AS e ON e.commitment = s.commitment
WHERE s.state = 'ended'
GROUP BY s.commitment, s.state, e.reporter, e.party
UNION ALL
SELECT s.commitment, s.state, NULL, r.reporter, r.party, MAX(r.place)
FROM state AS s
JOIN report AS r ON r.commitment = s.commitment AND r.stance = 'reports-breach' AND r.on_record
WHERE s.state = 'breach reported'
GROUP BY s.commitment, s.state, r.reporter, r.party
