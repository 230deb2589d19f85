-- What is the status of each commitment?                                   (definitions: "Status of a commitment")
--
-- The first that fits, over the positions of obligors and beneficiaries.
--
-- Needs: standing
-- Key: commitment
SELECT commitment,
       CASE
           WHEN obligors_deny > 0 THEN 'denied'
           WHEN obligors_withdraw > 0 THEN 'withdrawn'
           WHEN obligors_affirm = obligors
                AND (beneficiaries_affirm > 0 OR beneficiaries = 0 AND obligors >= 2) THEN 'agreed'
           WHEN obligors_affirm = obligors THEN 'undertaken'
           WHEN obligors_affirm + obligors_affirm_in_part = obligors THEN 'partial'
           WHEN obligors_decline > 0 THEN 'declined'
           WHEN somebody_affirms > 0 THEN 'unacknowledged'
           WHEN somebody_proposes > 0 THEN 'proposed'
           ELSE 'unclaimed'
       END AS status
FROM (
    SELECT commitment,
           COUNT(CASE WHEN is_obligor = 1 THEN 1 END) AS obligors,
           COUNT(CASE WHEN is_beneficiary = 1 THEN 1 END) AS beneficiaries,
           COUNT(CASE WHEN is_obligor = 1 AND position = 'denies' THEN 1 END) AS obligors_deny,
           COUNT(CASE WHEN is_obligor = 1 AND position = 'withdraws' THEN 1 END) AS obligors_withdraw,
           COUNT(CASE WHEN is_obligor = 1 AND position = 'affirms' THEN 1 END) AS obligors_affirm,
           COUNT(CASE WHEN is_obligor = 1 AND position = 'affirms-in-part' THEN 1 END) AS obligors_affirm_in_part,
           COUNT(CASE WHEN is_obligor = 1 AND position = 'declines' THEN 1 END) AS obligors_decline,
           COUNT(CASE WHEN is_beneficiary = 1 AND position = 'affirms' THEN 1 END) AS beneficiaries_affirm,
           COUNT(CASE WHEN position IN ('affirms', 'affirms-in-part') THEN 1 END) AS somebody_affirms,
           COUNT(CASE WHEN position = 'proposes' THEN 1 END) AS somebody_proposes
    FROM standing
    GROUP BY commitment
) AS counted
