-- For which milestones does each report count, as of :as_of?                                 (definitions: "Milestones")
--
-- For the one that it is on; one of doing also for the one of which that is a variant, and for those that replace it.
--
-- Needs: report, variant, replaced
-- Key: milestone, place
WITH RECURSIVE single AS (SELECT id FROM deadline WHERE repeats IS NULL),
step AS (
    SELECT deadline, variant_of AS further FROM variant
    UNION
    SELECT deadline, replacing FROM replaced
),
counted AS (
    SELECT milestone, place, stance FROM report WHERE milestone IS NOT NULL
    UNION
    SELECT step.further, c.place, c.stance
    FROM counted AS c
    JOIN step ON step.deadline = c.milestone
    JOIN single AS one ON one.id = step.deadline
    JOIN single AS other ON other.id = step.further
    WHERE c.stance IN ('reports-met', 'reports-progress')
)
SELECT milestone, place FROM counted
