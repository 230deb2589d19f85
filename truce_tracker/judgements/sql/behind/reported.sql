-- Which reports bear on the milestone :milestone, and which are left out, as of :as_of?
--
-- Every report of doing on its commitment :subject, whenever known, and others that count for it. `decides` is a reporter's
-- last word on met or not met; `left_out` is why a report is not looked at; else NULL.
--
-- Needs: telling, counted_for, last_word, worded
SELECT c.id AS claim, c.said, p.party, p.speaker, p.stance, p.source, c.told AS text,
       CASE
           WHEN p.said_first > :as_of THEN 'said after that day'
           WHEN p.known > :as_of THEN 'published after that day'
           WHEN t.place IS NOT NULL THEN 'told also: another account of the same words leads'
           WHEN NOT p.on_record THEN 'background, or off the record'
           WHEN f.place IS NOT NULL THEN NULL
           WHEN p.home IS NULL THEN 'names no milestone, where there are several or none'
           ELSE 'reports on another milestone'
       END AS left_out,
       EXISTS (SELECT 1 FROM last_word AS w WHERE w.subject = :milestone AND w.place = p.place) AS decides
FROM pair AS p
JOIN worded AS c ON c.id = p.claim
LEFT JOIN telling AS t ON t.place = p.place
LEFT JOIN counted_for AS f ON f.place = p.place AND f.milestone = :milestone
WHERE p.reports AND (p.commitment = :subject OR f.place IS NOT NULL)
ORDER BY p.place
