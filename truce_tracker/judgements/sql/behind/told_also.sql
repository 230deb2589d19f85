-- Which outlets tell the words of each claim on the commitment :subject again, as of :as_of?
--
-- Needs: telling
SELECT leader.claim, GROUP_CONCAT(outlet, CHAR(10)) AS outlets
FROM (
    SELECT DISTINCT t.leader, COALESCE(s.outlet, s.id) AS outlet
    FROM telling AS t
    JOIN pair AS again ON again.place = t.place
    JOIN source AS s ON s.id = again.source
    WHERE again.commitment = :subject
    ORDER BY outlet
) AS told
JOIN pair AS leader ON leader.place = told.leader
GROUP BY leader.claim
