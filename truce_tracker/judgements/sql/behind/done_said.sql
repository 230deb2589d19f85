-- Which reports does the state of the commitment :subject follow from, and which are left out, as of :as_of?
--
-- `decides` is whether the report is among those whose word the state is.
--
-- Needs: telling, state_word, worded
SELECT c.id AS claim, c.said, p.party, p.speaker, p.stance, p.source, c.told AS text,
       CASE
           WHEN p.said_first > :as_of THEN 'said after that day'
           WHEN p.known > :as_of THEN 'published after that day'
           WHEN t.place IS NOT NULL THEN 'told also: another account of the same words leads'
           WHEN NOT p.on_record THEN 'background, or off the record'
       END AS left_out,
       EXISTS (SELECT 1 FROM state_word AS w WHERE w.commitment = :subject AND w.place = p.place) AS decides
FROM pair AS p
JOIN worded AS c ON c.id = p.claim
LEFT JOIN telling AS t ON t.place = p.place
WHERE p.reports AND p.commitment = :subject
ORDER BY p.place
