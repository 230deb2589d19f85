-- Where does each party stand on each commitment, as of :as_of?                                 (definitions: "Position")
--
-- The latest leading claim on record that takes a position decides; else the latest that declines; else the latest at
-- all. A party that is not in the answer is silent. An obligor that reports doing what it owes affirms thereby that it
-- owes it; one that reports the end of it withdraws, but not where a beneficiary says the same or the term had run out.
-- Who asks for a change while affirming has not taken back its word.
--
-- Needs: leading, report, milestone_state
-- Key: commitment, party
WITH ended_by_beneficiary AS (
    SELECT DISTINCT r.commitment
    FROM report AS r
    JOIN beneficiary AS b ON b.commitment = r.commitment AND b.party = r.party
    WHERE r.stance = 'reports-ended' AND r.on_record AND NOT r.of_instance
      AND NOT EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = r.commitment AND o.party = r.party)
),
term AS (
    SELECT commitment, CASE WHEN COUNT(*) = COUNT(due) THEN MAX(due) END AS due
    FROM milestone_state
    WHERE kind = 'expires' AND counts AND status NOT IN ('moved', 'variant')
    GROUP BY commitment
),
said AS (
    SELECT p.commitment, p.party, p.place, p.claim, p.said_first, p.stance,
           CASE
               WHEN NOT p.reports THEN p.takes
               WHEN t.party IS NULL THEN NULL
               WHEN p.stance IN ('reports-met', 'reports-progress') THEN 'affirms'
               WHEN p.stance = 'reports-ended' AND NOT r.of_instance AND ended.commitment IS NULL
                    AND NOT COALESCE(p.said_first >= term.due, FALSE) THEN 'withdraws'
           END AS takes
    FROM leading AS p
    LEFT JOIN told_of AS t ON p.reports AND t.commitment = p.commitment AND t.claim = p.claim AND t.party = p.party
    LEFT JOIN report AS r ON p.stance = 'reports-ended' AND r.place = p.place
    LEFT JOIN ended_by_beneficiary AS ended ON p.stance = 'reports-ended' AND ended.commitment = p.commitment
    LEFT JOIN term ON p.stance = 'reports-ended' AND term.commitment = p.commitment
    WHERE p.commitment IS NOT NULL AND p.party IS NOT NULL AND p.on_record
),
before AS (  -- `stood`: the last place at which it took another position than to propose, and whether that affirmed
    SELECT said.*,
           MAX(CASE WHEN takes <> 'proposes'
                    THEN place * 2 + (takes IN ('affirms', 'affirms-if', 'affirms-in-part')) END) OVER (
               PARTITION BY commitment, party ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS stood
    FROM said
),
taken AS (
    SELECT commitment, party, place, claim, said_first, stance,
           CASE WHEN takes = 'proposes' AND stood % 2 = 1 THEN NULL ELSE takes END AS takes
    FROM before
),
ranked AS (
    SELECT commitment, party, place, COALESCE(takes, CASE WHEN stance = 'declines' THEN stance ELSE 'mentions' END) AS position,
           CASE WHEN takes IS NOT NULL THEN 1 WHEN stance = 'declines' THEN 2 ELSE 3 END AS tier
    FROM taken
),
run AS (
    SELECT commitment, party, place, position, tier,
           position IS DISTINCT FROM LAG(position) OVER (PARTITION BY commitment, party, tier ORDER BY place) AS begins
    FROM ranked
),
deciding AS (  -- a place with a number in front sorts as text, so that its position can stand behind it
    SELECT commitment, party, MIN(tier) AS tier,
           MAX(CASE WHEN tier = 1 THEN (1000000000000000000 + place) || position END) AS takes,
           MAX(CASE WHEN tier = 1 AND begins THEN place END) AS takes_since,
           MAX(CASE WHEN tier = 2 THEN place END) AS declines, MIN(CASE WHEN tier = 2 THEN place END) AS declines_since,
           MAX(CASE WHEN tier = 3 THEN place END) AS mentions, MIN(CASE WHEN tier = 3 THEN place END) AS mentions_since
    FROM run
    GROUP BY commitment, party
)
SELECT d.commitment, d.party,
       CASE d.tier WHEN 1 THEN SUBSTR(d.takes, 20) WHEN 2 THEN 'declines' ELSE 'mentions' END AS position,
       began.said_first AS since, last.said_first AS latest, last.claim
FROM deciding AS d
JOIN pair AS last ON last.place = CASE d.tier WHEN 1 THEN CAST(SUBSTR(d.takes, 1, 19) AS INTEGER) - 1000000000000000000
                                              WHEN 2 THEN d.declines ELSE d.mentions END
JOIN pair AS began ON began.place = CASE d.tier WHEN 1 THEN d.takes_since WHEN 2 THEN d.declines_since
                                                ELSE d.mentions_since END
