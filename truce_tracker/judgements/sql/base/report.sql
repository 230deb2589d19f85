-- Which leading claims tell what was done, and on which milestone, as of :as_of?                (definitions: "Reports")
--
-- Those off the record are shown and decide nothing. A report on a milestone that is not known is on none.
--
-- Needs: leading
-- Key: place
SELECT p.place, p.claim, p.commitment, p.party, p.speaker, p.reporter, p.stance, p.said_first, p.done_first, p.on_record,
       CASE WHEN k.deadline IS NOT NULL THEN p.home END AS milestone,
       p.milestone IS NOT NULL AND d.repeats IS NOT NULL AS of_instance
FROM leading AS p
LEFT JOIN milestone AS m ON m.id = p.home
LEFT JOIN deadline AS d ON d.id = m.deadline
LEFT JOIN known_deadline AS k ON k.deadline = m.deadline AND k.known <= :as_of
WHERE p.reports AND p.commitment IS NOT NULL
