-- Which claims bear on the commitment :subject, which of them decide a position, and which are left out, as of :as_of?
--
-- Every claim on the commitment, whenever said, and those on its topic alone. `left_out` is why a claim takes no part
-- in the positions that the status follows from; else NULL.
--
-- Needs: position, standing
SELECT c.id AS claim, c.said, c.party, c.speaker, c.stance, c.source, COALESCE(c.text, c.quote) AS text,
       p.claim IS NOT NULL AND involved.party IS NOT NULL AS decides,
       CASE
           WHEN c.said_first > :as_of THEN 'said after that day'
           WHEN c.commitment IS NULL THEN 'on the topic alone, not on this commitment'
           WHEN c.party IS NULL THEN 'said by a third party'
           WHEN NOT c.on_record THEN 'background, or off the record'
           WHEN involved.party IS NULL THEN 'by a party that neither owes it nor is owed it'
           WHEN c.stance = 'reports-unmet' THEN 'reports on doing, and takes no position'
           WHEN c.stance LIKE 'reports-%' AND involved.is_obligor = 0 THEN 'reports on what another party owes'
       END AS left_out
FROM claim AS c
JOIN commitment AS k ON k.id = :subject
LEFT JOIN standing AS involved ON involved.commitment = k.id AND involved.party = c.party
LEFT JOIN position AS p ON p.commitment = k.id AND p.claim = c.id
WHERE c.commitment = k.id OR c.commitment IS NULL AND c.topic = k.topic
ORDER BY c.said_first, c.said_last, c.entry
