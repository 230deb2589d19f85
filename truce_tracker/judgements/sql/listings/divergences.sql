-- For which commitments do claims give different values, as of :as_of?                        (definitions: "Divergence")
--
-- One row for each claim that gives a value, where a commitment has two or more of a kind: an amount, a due day, a day of
-- expiry. A date that was moved counts as the one it was moved to. The three scopes say between whose words it lies.
--
-- Needs: known, telling, milestone_state, clock, chosen_commitment
WITH RECURSIVE first_day AS (  -- of a deadline: its first milestone, and what that was moved to
    SELECT deadline, due, status, moved_to
    FROM (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.deadline ORDER BY s.due IS NULL, s.due, s.milestone) AS turn
          FROM milestone_state AS s) AS ordered
    WHERE turn = 1
),
led_to AS (
    SELECT deadline, deadline AS last FROM first_day
    UNION
    SELECT led_to.deadline, f.moved_to
    FROM led_to
    JOIN first_day AS f ON f.deadline = led_to.last AND f.status = 'moved'
),
day AS (
    SELECT led_to.deadline, f.deadline AS last,
           CASE WHEN d.within IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clock AS c WHERE c.deadline = d.id)
                THEN d.within || ' of ' || d."of"
                WHEN f.due IS NULL THEN 'not before ' || d.from_day
                ELSE f.due END AS value
    FROM led_to
    JOIN first_day AS f ON f.deadline = led_to.last AND f.status <> 'moved'
    JOIN deadline AS d ON d.id = f.deadline
),
valued AS (
    SELECT p.commitment, 'quantity' AS kind, 1 AS turn,
           c.amount || ' ' || COALESCE(CAST(c.amount_to AS TEXT), '') || ' ' || c.unit || ' ' || COALESCE(c.period, '') || ' '
           || CASE WHEN c.amount_to IS NULL THEN c.bound ELSE 'range' END AS value,
           c.quantity AS words, c.amount, COALESCE(c.amount_to, c.amount) AS amount_to,
           c.unit || ' ' || COALESCE(c.period, '') AS measure, p.place, p.claim, p.party, p.speaker, c.said, p.said_first,
           p.source
    FROM known AS p
    JOIN claim AS c ON c.id = p.claim
    WHERE p.commitment IS NOT NULL AND c.quantity IS NOT NULL AND p.stance IN ('affirms', 'affirms-in-part', 'proposes')
    UNION ALL
    SELECT p.commitment, d.kind, CASE d.kind WHEN 'due' THEN 2 ELSE 3 END, day.value, day.value, NULL, NULL, NULL,
           p.place, p.claim, p.party, p.speaker, c.said, p.said_first, p.source
    FROM known AS p
    JOIN claim AS c ON c.id = p.claim
    JOIN deadline AS d ON d.id = p.deadline
    JOIN day ON day.deadline = d.id
    WHERE p.stance IN ('affirms', 'affirms-in-part', 'proposes')
),
led AS (
    SELECT valued.*, NOT EXISTS (SELECT 1 FROM telling AS t WHERE t.place = valued.place) AS leads FROM valued
),
differing AS (
    SELECT commitment, kind,
           CASE WHEN COUNT(DISTINCT measure) = 1 AND MIN(amount) > 0 THEN MAX(amount_to) / MIN(amount) END AS ratio,
           COUNT(DISTINCT CASE WHEN leads AND party IS NOT NULL THEN value END) > 1
           AND COUNT(DISTINCT CASE WHEN leads THEN party END) > 1 AS between_parties
    FROM led
    GROUP BY commitment, kind
    HAVING COUNT(DISTINCT value) > 1
)
SELECT g.commitment, k.summary, g.kind, differing.ratio,
       EXISTS (SELECT 1 FROM led AS told
               WHERE told.commitment = g.commitment AND told.kind = g.kind AND told.party IS NOT NULL
               GROUP BY told.party, told.speaker, told.said_first
               HAVING COUNT(DISTINCT told.value) > 1 AND COUNT(DISTINCT told.source) > 1) AS same_statement,
       EXISTS (SELECT 1 FROM led AS told
               WHERE told.commitment = g.commitment AND told.kind = g.kind AND told.party IS NOT NULL AND told.leads
               GROUP BY told.party
               HAVING COUNT(DISTINCT told.value) > 1) AS within_party,
       differing.between_parties,
       g.value, g.words, g.claim, g.party, g.speaker, g.said, g.source, s.outlet
FROM led AS g
JOIN differing ON differing.commitment = g.commitment AND differing.kind = g.kind
JOIN chosen_commitment AS k ON k.id = g.commitment
JOIN source AS s ON s.id = g.source
ORDER BY k.entry, g.turn, g.place
