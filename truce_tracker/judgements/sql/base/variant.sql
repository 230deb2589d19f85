-- Which deadlines are only another telling of a date, as of :as_of?                            (definitions: "variant")
--
-- Every claim on record that names it is a telling, and the leading account of one of them names another deadline.
--
-- Needs: naming
-- Key: deadline
SELECT deadline, other AS variant_of
FROM (
    SELECT n.deadline, n.other, ROW_NUMBER() OVER (PARTITION BY n.deadline ORDER BY n.place) AS turn
    FROM naming AS n
    WHERE n.on_record AND n.other <> n.deadline
      AND NOT EXISTS (SELECT 1 FROM naming AS led WHERE led.deadline = n.deadline AND led.on_record AND led.leads)
) AS told
WHERE turn = 1
