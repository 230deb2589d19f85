-- In which order do claims stand, once for each of their parties and commitments?            (definitions: "Known")
--
-- Far apart, so that a claim that is entered later finds room between two others.
INSERT INTO temp.placed (claim, party_place, commitment_place, place)
SELECT c.id, COALESCE(cp.place, 0), COALESCE(cc.place, 0),
       ROW_NUMBER() OVER (ORDER BY c.said_first, c.said_last, c.entry, cp.party, cc.place) * 4294967296
FROM claim AS c
LEFT JOIN claim_party AS cp ON cp.claim = c.id
LEFT JOIN claim_commitment AS cc ON cc.claim = c.id
