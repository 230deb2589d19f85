-- How many claims do the filters let through, as of :as_of? The listing of claims without its columns and its limit.
--
-- A claim is known for all of its parties and commitments from the same day on; those that are not yet are few.
--
-- Needs: chosen_claim
SELECT COUNT(*)
FROM chosen_claim AS c
WHERE c.id NOT IN (SELECT p.claim FROM pair AS p WHERE p.known > :as_of)
