-- What did each reporter last say of each obligor, met or not met, as of :as_of?                (definitions: "Reports")
--
-- Of a milestone (`subject` is its id), and of a commitment by the milestones of its own reports, or none (`subject` begins
-- with a blank). `met_since` is the earliest day of doing that the reporter gave since it last said not met.
--
-- Needs: report, counted_for
-- Key: subject, obligor, reporter
WITH said AS (
    SELECT c.milestone AS subject, d.commitment, r.place, r.claim, r.commitment AS told
    FROM counted_for AS c
    JOIN report AS r ON r.place = c.place
    JOIN milestone AS m ON m.id = c.milestone
    JOIN deadline AS d ON d.id = m.deadline
    UNION ALL
    SELECT ' ' || r.commitment || ' ' || COALESCE(c.milestone, ''), r.commitment, r.place, r.claim, r.commitment
    FROM report AS r
    LEFT JOIN counted_for AS c ON c.place = r.place
),
word AS (
    SELECT s.subject, s.commitment, t.party AS obligor, r.reporter, r.party, r.place, r.stance, r.said_first, r.done_first,
           MAX(CASE WHEN r.stance = 'reports-unmet' THEN r.place ELSE 0 END) OVER of_it AS unmet_place,
           MAX(CASE WHEN r.stance = 'reports-met' THEN r.place ELSE 0 END) OVER of_it AS met_place
    FROM said AS s
    JOIN report AS r ON r.place = s.place
    JOIN told_of AS t ON t.commitment = s.told AND t.claim = s.claim
    WHERE r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
    WINDOW of_it AS (PARTITION BY s.subject, t.party, r.reporter)
)
SELECT subject, commitment, obligor, reporter, party,
       MAX(place) AS place, MAX(met_place) > MAX(unmet_place) AS is_met, MAX(met_place) AS met_place,
       MAX(CASE WHEN place = unmet_place THEN said_first END) AS unmet_said,
       MAX(CASE WHEN place = met_place THEN done_first END) AS met_done,
       MIN(CASE WHEN place > unmet_place THEN done_first END) AS met_since
FROM word
GROUP BY subject, commitment, obligor, reporter, party
