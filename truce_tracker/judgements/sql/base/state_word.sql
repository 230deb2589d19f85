-- Whose word is the state of each commitment, as of :as_of?                                    (definitions: "state_by")
--
-- For done and not done, by obligor, those whose latest word says so; for ended, those whose report stands; for a breach,
-- those who reported one. `place` is that of their latest such report. A commitment of which nobody says its state has one
-- row without a reporter.
--
-- Needs: state, doing, ended, report
WITH word AS (
    SELECT commitment, CASE stance WHEN 'reports-met' THEN 'done' ELSE 'not done' END AS state, obligor, reporter, party,
           place
    FROM doing
    WHERE stance IN ('reports-met', 'reports-unmet')
    UNION ALL
    SELECT commitment, 'ended', NULL, reporter, party, MAX(place)
    FROM ended
    GROUP BY commitment, reporter, party
    UNION ALL
    SELECT commitment, 'breach reported', NULL, reporter, party, MAX(place)
    FROM report
    WHERE stance = 'reports-breach' AND on_record
    GROUP BY commitment, reporter, party
)
SELECT s.commitment, s.state, w.obligor, w.reporter, w.party, w.place
FROM state AS s
LEFT JOIN word AS w ON w.commitment = s.commitment AND w.state = s.state
