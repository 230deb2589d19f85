-- From which commitments can a verdict on one of the shown depend, beside these?
--
-- A date may have been moved from one to the other, or the doing of one may start a clock of the other. `shown` holds the
-- commitments; those reached are in the answer with them.
WITH RECURSIVE linked AS (
    SELECT later.commitment AS one, earlier.commitment AS other
    FROM deadline_replaces AS r
    JOIN deadline AS later ON later.id = r.deadline
    JOIN deadline AS earlier ON earlier.id = r.replaces
    UNION
    SELECT earlier.commitment, later.commitment
    FROM deadline_replaces AS r
    JOIN deadline AS later ON later.id = r.deadline
    JOIN deadline AS earlier ON earlier.id = r.replaces
    UNION
    SELECT d.commitment, COALESCE(d.of_commitment, timed.commitment)
    FROM deadline AS d
    LEFT JOIN milestone AS m ON m.id = d.of_milestone
    LEFT JOIN deadline AS timed ON timed.id = m.deadline
    WHERE d."of" IS NOT NULL
),
reached AS (
    SELECT id FROM shown
    UNION
    SELECT linked.other FROM reached JOIN linked ON linked.one = reached.id
)
SELECT id FROM reached
