-- Which documents do the claims come from, as of :as_of? One without a day is always listed.
SELECT s.id AS source, s.published, s.outlet, s.title, s.authors, s.kind, s.language, s.url, s.archived, s.retrieved,
       s.based_on, s.note, EXISTS (SELECT 1 FROM source_text AS x WHERE x.source = s.id) AS has_text,
       (SELECT COUNT(DISTINCT p.claim)
        FROM claim AS c
        JOIN pair AS p ON p.claim = c.id AND p.known <= :as_of
        WHERE c.source = s.id) AS claims
FROM source AS s
WHERE (s.published_last IS NULL OR s.published_last <= :as_of)
  AND (:source IS NULL OR s.id IN (SELECT value FROM json_each(:source)))
  AND (:since IS NULL OR s.published_first >= :since)
  AND (:until IS NULL OR s.published_first <= :until)
  AND (:pattern IS NULL
       OR LOWER(s.id || ' ' || COALESCE(s.outlet, '') || ' ' || COALESCE(s.title, '')) LIKE :pattern ESCAPE '\')
ORDER BY COALESCE(s.published_first, ''), s.entry
LIMIT :limit
