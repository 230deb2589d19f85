-- Whose word is the state of each of the shown commitments?                                    (definitions: "state_by")
--
-- `shown` holds the commitments. A third-party speaker has no party.
--
-- Needs: state_word
SELECT commitment, party
FROM (
    SELECT DISTINCT w.commitment, w.party
    FROM shown
    JOIN state_word AS w ON w.commitment = shown.id AND w.reporter IS NOT NULL
) AS word
ORDER BY commitment, party IS NULL, party
