-- How many claims do the filters let through, as of :as_of? The listing of claims without its columns and its limit.
--
-- Needs: chosen_claim
SELECT COUNT(*)
FROM chosen_claim AS c
WHERE EXISTS (SELECT 1 FROM pair AS p WHERE p.claim = c.id AND p.known <= :as_of)
