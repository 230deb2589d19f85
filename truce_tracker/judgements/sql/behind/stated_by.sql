-- Which parties state the day of each of the shown milestones, and who was first?              (definitions: "stated_by")
--
-- `shown` holds the milestones, or deadlines. In the order of the claims.
--
-- Needs: stated
SELECT s.milestone, s.party, s.claim, s.speaker
FROM shown
JOIN stated AS s ON s.milestone = shown.id
ORDER BY s.milestone, s.place
