-- Which statement does each of the shown claims tell again, as of :as_of?
--
-- `shown` holds the claims. By the first of its parties and commitments for which it does.
--
-- Needs: telling
SELECT p.claim, leader.claim AS telling_of
FROM shown
JOIN pair AS p ON p.claim = shown.id
JOIN telling AS t ON t.place = p.place
JOIN pair AS leader ON leader.place = t.leader
ORDER BY p.place DESC
