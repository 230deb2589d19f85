-- What is said of each commitment?                                                               (definitions: "Status")
--
-- The first that fits, over the positions of obligors and beneficiaries, and at the end of any party.
--
-- Needs: standing, position
-- Key: commitment
WITH counted AS (
    SELECT commitment,
           COUNT(*) FILTER (WHERE is_obligor = 1) AS obligors,
           COUNT(*) FILTER (WHERE is_obligor = 0) AS beneficiaries,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position = 'denies') AS deny,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position IN ('withdraws', 'drops')) AS withdraw,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position = 'affirms') AS affirm,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position = 'affirms-if') AS affirm_if,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position = 'affirms-in-part') AS affirm_in_part,
           COUNT(*) FILTER (WHERE is_obligor = 1 AND position = 'declines') AS decline,
           COUNT(*) FILTER (WHERE is_obligor = 0 AND position = 'affirms') AS beneficiaries_affirm
    FROM standing
    GROUP BY commitment
)
SELECT c.commitment,
       CASE
           WHEN deny > 0 THEN 'denied'
           WHEN withdraw > 0 THEN 'withdrawn'
           WHEN affirm = obligors
                AND (beneficiaries_affirm > 0 OR beneficiaries = 0 AND obligors >= 2) THEN 'agreed'
           WHEN affirm = obligors THEN 'undertaken'
           WHEN affirm + affirm_if = obligors THEN 'conditional'
           WHEN affirm + affirm_if + affirm_in_part = obligors THEN 'partial'
           WHEN decline > 0 THEN 'declined'
           WHEN anybody.affirms > 0 THEN 'unacknowledged'
           WHEN anybody.proposes > 0 THEN 'proposed'
           ELSE 'unclaimed'
       END AS status
FROM counted AS c
LEFT JOIN (
    SELECT commitment,
           COUNT(*) FILTER (WHERE position IN ('affirms', 'affirms-if', 'affirms-in-part')) AS affirms,
           COUNT(*) FILTER (WHERE position = 'proposes') AS proposes
    FROM position
    GROUP BY commitment
) AS anybody ON anybody.commitment = c.commitment
