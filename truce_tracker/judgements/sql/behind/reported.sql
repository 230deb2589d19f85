-- Which reports bear on the milestone :milestone of the commitment :subject, and which are left out, as of :as_of?
--
-- Every report of doing on the commitment, whenever said; `decides` is the latest that says met or not met. `left_out`
-- is why a report does not belong to this milestone; else NULL.
--
-- Needs: report
SELECT c.id AS claim, c.said, c.party, c.speaker, c.stance, c.source, COALESCE(c.text, c.quote) AS text,
       CASE
           WHEN c.said_first > :as_of THEN 'said after that day'
           WHEN r.milestone IS NULL THEN 'names no milestone, where there are several or none'
           WHEN r.milestone <> :milestone THEN 'reports on another milestone'
       END AS left_out,
       c.id = (SELECT latest.claim FROM report AS latest
               WHERE latest.milestone = :milestone AND latest.stance IN ('reports-met', 'reports-unmet')
               ORDER BY latest.said_first DESC, latest.said_last DESC, latest.entry DESC
               LIMIT 1) AS decides
FROM claim AS c
LEFT JOIN report AS r ON r.claim = c.id
WHERE c.commitment = :subject AND c.stance LIKE 'reports-%'
ORDER BY c.said_first, c.said_last, c.entry
