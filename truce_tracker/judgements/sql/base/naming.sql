-- Which claims name a deadline without reporting on it, as of :as_of?         (definitions: "Names, gives", "variant")
--
-- A deadline that is not known is not there: who names it names none. `other` is what the leading account names, where
-- that is a known deadline of the same kind on the same commitment.
--
-- Needs: known, telling
-- Key: deadline, place
SELECT p.place, p.claim, p.deadline, p.milestone, p.commitment, d.kind, p.party, p.speaker, p.on_record,
       p.stance IN ('affirms', 'affirms-in-part', 'proposes') AS gives,
       p.stance IN ('affirms', 'affirms-in-part') AS firmly,
       t.place IS NULL AS leads, other.id AS other
FROM known AS p
JOIN deadline AS d ON d.id = p.deadline
JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= :as_of
LEFT JOIN telling AS t ON t.place = p.place
LEFT JOIN pair AS leader ON leader.place = t.leader AND NOT leader.reports
LEFT JOIN known_deadline AS heard ON heard.deadline = leader.deadline AND heard.known <= :as_of
LEFT JOIN deadline AS other ON other.id = heard.deadline AND other.commitment = p.commitment AND other.kind = d.kind
WHERE NOT p.reports
