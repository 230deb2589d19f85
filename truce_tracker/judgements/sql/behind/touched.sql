-- Of which commitments can a verdict be another one on the day :as_of than on the day before?
--
-- Something on it becomes known on the day, or a day of it passed with the one before. (A clock may run out on any day, so
-- those whose clock has started are asked for each time.)
SELECT commitment FROM pair WHERE known = :as_of AND commitment IS NOT NULL
UNION
SELECT d.commitment FROM known_deadline AS k JOIN deadline AS d ON d.id = k.deadline WHERE k.known = :as_of
UNION
SELECT d.commitment
FROM milestone AS m
JOIN deadline AS d ON d.id = m.deadline
WHERE m.due = DATE(:as_of, '-1 day') OR d.no_later_than_day = DATE(:as_of, '-1 day')
UNION
SELECT commitment FROM deadline WHERE within_count IS NOT NULL
