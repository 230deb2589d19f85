-- Which party gave which deadline on record, as of :as_of?             (definitions: "Names, gives", "stated_by")
--
-- `firmly` is otherwise than by proposing. A telling gives a date only where the leading account names none.
-- Needs: naming
SELECT deadline, milestone, commitment, kind, party, speaker, claim, place, firmly
FROM naming
WHERE on_record AND party IS NOT NULL AND gives AND (leads OR other IS NULL)
