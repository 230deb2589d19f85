-- Which reports belong to the shown milestones or count for them, as of :as_of?                 (definitions: "Reports")
--
-- `shown` holds the milestones. Off the record, too; `is_latest` is whether it is its reporter's last word on met or not.
--
-- Needs: report, counted_for
SELECT f.milestone, r.claim, r.stance, r.party, r.speaker, c.said, c.quantity, r.reporter, r.on_record,
       (SELECT json_group_array(party)
        FROM (SELECT t.party FROM told_of AS t WHERE t.commitment = r.commitment AND t.claim = r.claim ORDER BY t.party)
        AS told) AS about,
       r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
       AND ROW_NUMBER() OVER (
           PARTITION BY f.milestone, r.reporter, r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
           ORDER BY r.place DESC
       ) = 1 AS is_latest
FROM shown
JOIN counted_for AS f ON f.milestone = shown.id
JOIN report AS r ON r.place = f.place
JOIN claim AS c ON c.id = r.claim
ORDER BY f.milestone, r.place
