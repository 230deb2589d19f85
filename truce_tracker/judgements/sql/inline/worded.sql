-- Every claim, with `told`: our words for it, or else the quote as it is printed anywhere (`render.quoted`), the speaker's in
-- quotation marks and the source's account as its outlet's.
SELECT c.*,
       COALESCE(c.text,
                CASE WHEN c.words_as = 'own' THEN ''
                     ELSE (SELECT COALESCE(s.outlet, s.id) FROM source AS s WHERE s.id = c.source) || ': '
                END || '"' || c.quote || '"') AS told
FROM claim AS c
