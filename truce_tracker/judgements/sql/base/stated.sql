-- Which parties state the day of each milestone, as of :as_of?                                 (definitions: "stated_by")
--
-- Who gives a deadline of the commitment of this kind with the same due day; of a milestone without a day, its own.
--
-- Needs: given, milestone_due
-- Key: milestone, place
SELECT DISTINCT m.milestone, g.place, g.party, g.speaker, g.claim, g.firmly
FROM milestone_due AS m
JOIN milestone_due AS same ON same.commitment = m.commitment AND same.kind = m.kind
     AND (same.due = m.due OR same.milestone = m.milestone)
JOIN given AS g ON g.deadline = same.deadline AND (g.milestone IS NULL OR g.milestone = same.milestone)
