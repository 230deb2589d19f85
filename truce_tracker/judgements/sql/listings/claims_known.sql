-- How many claims do the filters let through, as of :as_of? The listing of claims without its columns and its limit.
--
-- All but those that are not known yet, which are few: to look at each that is takes ten times as long.
--
-- Needs: chosen_claim
SELECT (SELECT COUNT(*) FROM chosen_claim)
       - (SELECT COUNT(DISTINCT p.claim) FROM pair AS p JOIN chosen_claim AS c ON c.id = p.claim WHERE p.known > :as_of)
