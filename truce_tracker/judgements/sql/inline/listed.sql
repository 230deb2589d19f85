-- Which commitments are listed as of :as_of? Those of which somebody has spoken by then, or nobody ever.
--                                                                                                (definitions: "Known")
SELECT k.*
FROM commitment AS k
WHERE EXISTS (SELECT 1 FROM pair AS p WHERE p.commitment = k.id AND p.known <= :as_of)
   OR NOT EXISTS (SELECT 1 FROM pair AS p WHERE p.commitment = k.id)
