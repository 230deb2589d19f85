-- Which accounts lead as of :as_of, each for a party and a commitment?        (definitions: "Statements and tellings")
--
-- Needs: telling
SELECT p.*
FROM pair AS p
WHERE p.known <= :as_of AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.place = p.place)
