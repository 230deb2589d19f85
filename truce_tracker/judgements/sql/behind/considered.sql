-- Which claims bear on the commitment :subject, which of them decide a position, and which are left out, as of :as_of?
--
-- Every claim on the commitment, whenever known, and those on its topic alone; one on several has a row for each party.
-- `left_out` is why a claim takes no part in the positions that the status follows from; else NULL. (The pairs are those of
-- the store, also where only some commitments are asked for: what is on the topic alone is on none of them.)
--
-- Needs: position, standing, telling, worded
SELECT c.id AS claim, c.said, p.party, p.speaker, p.stance, p.source, c.told AS text,
       decided.claim IS NOT NULL AND t.place IS NULL AND p.known <= :as_of
           AND (involved.party IS NOT NULL OR decided.position NOT IN ('declines', 'mentions')) AS decides,
       CASE
           WHEN p.said_first > :as_of THEN 'said after that day'
           WHEN p.known > :as_of THEN 'published after that day'
           WHEN p.commitment IS NULL THEN 'on the topic alone, not on this commitment'
           WHEN t.place IS NOT NULL THEN 'told also: another account of the same words leads'
           WHEN p.party IS NULL THEN 'said by a third party'
           WHEN NOT p.on_record THEN 'background, or off the record'
           WHEN involved.party IS NULL
                AND p.stance NOT IN ('affirms', 'affirms-in-part', 'denies', 'proposes', 'withdraws', 'drops')
                THEN 'by a party that neither owes it nor is owed it, and takes no position'
           WHEN p.stance IN ('reports-unmet', 'reports-breach') THEN 'reports on doing, and takes no position'
           WHEN p.reports AND NOT EXISTS (SELECT 1 FROM told_of AS own WHERE own.commitment = p.commitment
                                          AND own.claim = p.claim AND own.party = p.party)
                THEN 'reports on what another party owes'
       END AS left_out
FROM main.pair AS p
JOIN worded AS c ON c.id = p.claim
JOIN commitment AS k ON k.id = :subject
LEFT JOIN telling AS t ON t.place = p.place
LEFT JOIN standing AS involved ON involved.commitment = k.id AND involved.party = p.party
LEFT JOIN position AS decided ON decided.commitment = k.id AND decided.party = p.party AND decided.claim = p.claim
WHERE p.commitment = k.id OR p.commitment IS NULL AND p.topic = k.topic
ORDER BY p.place
