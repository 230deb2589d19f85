-- Which deadlines has another one replaced, as of :as_of?                                        (definitions: "moved")
--
-- One that is known, is no variant, and that a party on record gave otherwise than by proposing, or that nobody named.
-- `known` is the day from which the other one is known.
--
-- Needs: naming, given, variant
-- Key: deadline, replacing
SELECT r.replaces AS deadline, r.deadline AS replacing, d.entry, k.known
FROM deadline_replaces AS r
JOIN deadline AS d ON d.id = r.deadline
JOIN known_deadline AS k ON k.deadline = r.deadline AND k.known <= :as_of
WHERE NOT EXISTS (SELECT 1 FROM variant AS v WHERE v.deadline = r.deadline)
  AND (NOT EXISTS (SELECT 1 FROM naming AS n WHERE n.deadline = r.deadline)
       OR EXISTS (SELECT 1 FROM given AS g WHERE g.deadline = r.deadline AND g.firmly))
