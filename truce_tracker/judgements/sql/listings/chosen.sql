-- Which commitments do the filters let through?
--
-- Needs: chosen_commitment
SELECT id FROM chosen_commitment
