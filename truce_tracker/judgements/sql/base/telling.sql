-- Which claims tell again what the ledger has a better account of, as of :as_of?     (definitions: "Statements and tellings")
--
-- `leader` is the place of the claim that leads. What retells a known claim is compared no further.
--
-- Needs: known
-- Key: place
WITH RECURSIVE chain AS (
    SELECT p.place, told.place AS last
    FROM known AS p
    JOIN known AS told ON told.place = p.retells
    WHERE p.retells IS NOT NULL
    UNION ALL
    SELECT chain.place, told.place
    FROM chain
    JOIN pair AS p ON p.place = chain.last
    JOIN known AS told ON told.place = p.retells
),
retelling AS (
    SELECT chain.place, chain.last
    FROM chain
    JOIN pair AS p ON p.place = chain.last
    LEFT JOIN known AS told ON told.place = p.retells
    WHERE told.place IS NULL
),
account AS (
    SELECT p.place, p.source, FIRST_VALUE(p.place) OVER best AS leader, FIRST_VALUE(p.source) OVER best AS leading_source
    FROM known AS p
    WHERE p.statement IS NOT NULL AND NOT EXISTS (SELECT 1 FROM retelling WHERE retelling.place = p.place)
    WINDOW best AS (PARTITION BY p.statement ORDER BY p.account)
)
SELECT place, leader FROM account WHERE source <> leading_source
UNION ALL
SELECT r.place, COALESCE(CASE WHEN a.source <> a.leading_source THEN a.leader END, r.last)
FROM retelling AS r
LEFT JOIN account AS a ON a.place = r.last
