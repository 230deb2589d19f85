-- Who is involved in each commitment, and where do they stand?             (definitions: "Status", "Counterparties")
--
-- One row for each obligor or beneficiary, or both at once.
--
-- Needs: position
-- Key: commitment, party
SELECT involved.commitment, involved.party, involved.is_obligor, involved.is_beneficiary,
       COALESCE(p.position, 'silent') AS position, p.since, p.latest, p.claim
FROM (
    SELECT commitment, party, MAX(obliged) AS is_obligor, MAX(benefits) AS is_beneficiary
    FROM (
        SELECT commitment, party, 1 AS obliged, 0 AS benefits FROM obligor
        UNION ALL
        SELECT commitment, party, 0 AS obliged, 1 AS benefits FROM beneficiary
    ) AS roles
    GROUP BY commitment, party
) AS involved
LEFT JOIN position AS p ON p.commitment = involved.commitment AND p.party = involved.party
