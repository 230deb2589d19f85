-- For which commitments do claims give different values, as of :as_of?     (definitions: "Divergence")
--
-- One row for each claim that gives a value, where a commitment has two or more of a kind: an amount, a due day, a day
-- of expiry. The three scopes say between whose words the difference lies. Reports of doing give no value.
--
-- Needs: chosen_commitment
WITH given AS (
    SELECT c.commitment, 'quantity' AS kind, 1 AS place,
           c.amount || ' ' || c.unit || ' ' || COALESCE(c.period, '') || ' ' || c.bound AS value,
           c.quantity AS words, c.amount, c.unit || ' ' || COALESCE(c.period, '') AS measure,
           c.id AS claim, c.party, c.speaker, c.said, c.said_first, c.said_last, c.entry, c.source
    FROM claim AS c
    WHERE c.quantity IS NOT NULL AND c.commitment IS NOT NULL
      AND c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of
    UNION ALL
    SELECT c.commitment, d.kind, CASE d.kind WHEN 'due' THEN 2 ELSE 3 END, d.due_day,
           d.due_day, NULL, NULL,
           c.id, c.party, c.speaker, c.said, c.said_first, c.said_last, c.entry, c.source
    FROM claim AS c
    JOIN deadline AS d ON d.id = c.deadline
    WHERE c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of
),
differing AS (
    SELECT commitment, kind,
           CASE WHEN COUNT(DISTINCT measure) = 1 AND MIN(amount) > 0 THEN MAX(amount) / MIN(amount) END AS ratio,
           COUNT(DISTINCT CASE WHEN party IS NOT NULL THEN value END) > 1 AND COUNT(DISTINCT party) > 1 AS between_parties
    FROM given
    GROUP BY commitment, kind
    HAVING COUNT(DISTINCT value) > 1
)
SELECT given.commitment, k.summary, given.kind, differing.ratio,
       EXISTS (SELECT 1 FROM given AS told
               WHERE told.commitment = given.commitment AND told.kind = given.kind AND told.speaker IS NOT NULL
               GROUP BY told.speaker, told.said_first
               HAVING COUNT(DISTINCT told.value) > 1 AND COUNT(DISTINCT told.source) > 1) AS same_statement,
       EXISTS (SELECT 1 FROM given AS told
               WHERE told.commitment = given.commitment AND told.kind = given.kind AND told.party IS NOT NULL
               GROUP BY told.party
               HAVING COUNT(DISTINCT told.value) > 1) AS within_party,
       differing.between_parties,
       given.value, given.words, given.claim, given.party, given.speaker, given.said, given.source
FROM given
JOIN differing ON differing.commitment = given.commitment AND differing.kind = given.kind
JOIN chosen_commitment AS k ON k.id = given.commitment
ORDER BY k.entry, given.place, given.said_first, given.said_last, given.entry
