-- What did each reporter last say of each obligor's doing, met, not met or broken, as of :as_of?    (definitions: "State")
--
-- Reports on the commitment itself, on record. `is_last` is whether nobody has said anything later of that obligor.
--
-- Needs: report
-- Key: commitment, obligor, reporter
SELECT commitment, obligor, reporter, party, place, stance, turn = 1 AS is_last
FROM (
    SELECT r.commitment, t.party AS obligor, r.reporter, r.party, r.place, r.stance,
           ROW_NUMBER() OVER (PARTITION BY r.commitment, t.party ORDER BY r.place DESC) AS turn,
           ROW_NUMBER() OVER (PARTITION BY r.commitment, t.party, r.reporter ORDER BY r.place DESC) AS own_turn
    FROM report AS r
    JOIN told_of AS t ON t.commitment = r.commitment AND t.claim = r.claim
    WHERE r.on_record AND r.stance IN ('reports-met', 'reports-unmet', 'reports-breach')
) AS told
WHERE own_turn = 1
