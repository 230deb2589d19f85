-- What does each claim say for each of its parties and commitments, and from when is it known?   (definitions: "Known",
-- "Statements and tellings")
--
-- A report belongs here to the milestone that it names; home.sql finds one for a report that names none. Accounts of one
-- statement stand in the order in which they are believed: a source based on no other, own words, the earliest source.
INSERT INTO pair (place, claim, entry, party, speaker, reporter, commitment, topic, said_first, said_last, known, source,
                  stance, takes, reports, on_record, deadline, milestone, home, done_first, statement, account)
WITH only_one AS (
    SELECT deadline, MIN(id) AS milestone FROM milestone GROUP BY deadline HAVING COUNT(*) = 1
),
spoken AS (
    SELECT c.id AS claim, c.entry, cp.party, c.speaker, cc.commitment,
           CASE WHEN k.id IS NOT NULL AND ' ' || c.defaults || ' ' LIKE '% topic %' THEN k.topic ELSE c.topic END AS topic,
           c.said_first, c.said_last,
           CASE WHEN s.published_last IS NULL THEN c.said_last
                WHEN s.published_last > c.said_first THEN s.published_last
                ELSE c.said_first END AS known,
           c.source, c.stance, c.condition IS NOT NULL AS conditional, c.on_record,
           c.stance IN ('reports-progress', 'reports-met', 'reports-unmet', 'reports-breach', 'reports-ended') AS reports,
           CASE WHEN d.commitment = cc.commitment THEN c.deadline END AS deadline,
           CASE WHEN d.commitment = cc.commitment THEN c.milestone END AS milestone,
           CASE WHEN d.commitment = cc.commitment THEN COALESCE(c.milestone, only_one.milestone) END AS instance,
           COALESCE(c.done_first, c.said_first) AS done_first, c.basis, c.covers_first, c.covers_last, c.cumulative,
           s.based_on IS NOT NULL AS retold_source, c.words_as = 'own' AS own_words, s.published_first,
           placed.place
    FROM claim AS c
    JOIN source AS s ON s.id = c.source
    LEFT JOIN claim_party AS cp ON cp.claim = c.id
    LEFT JOIN claim_commitment AS cc ON cc.claim = c.id
    LEFT JOIN commitment AS k ON k.id = cc.commitment
    LEFT JOIN deadline AS d ON d.id = c.deadline
    LEFT JOIN only_one ON only_one.deadline = c.deadline
    JOIN temp.placed AS placed ON placed.claim = c.id AND placed.party_place = COALESCE(cp.place, 0)
         AND placed.commitment_place = COALESCE(cc.place, 0)
),
told AS (
    SELECT spoken.*,
           (SELECT GROUP_CONCAT(party) FROM (SELECT t.party FROM told_of AS t
                                             WHERE t.commitment = spoken.commitment AND t.claim = spoken.claim
                                             ORDER BY t.party) AS ordered) AS about
    FROM spoken
)
SELECT place, claim, entry, party, speaker, COALESCE(party, '~' || speaker), commitment, topic, said_first, said_last,
       known, source, stance,
       CASE WHEN stance = 'affirms' AND conditional THEN 'affirms-if'
            WHEN stance IN ('affirms', 'affirms-in-part', 'denies', 'proposes', 'withdraws', 'drops') THEN stance END,
       reports, on_record, deadline, milestone, CASE WHEN reports THEN instance END, done_first,
       CASE WHEN COUNT(*) OVER same > 1 THEN MIN(place) OVER same END,
       ROW_NUMBER() OVER (same ORDER BY retold_source, COALESCE(own_words, FALSE) DESC,
                          published_first IS NULL, published_first, place)
FROM told
WINDOW same AS (PARTITION BY party, speaker, said_first, said_last, commitment,
                             CASE WHEN commitment IS NULL THEN topic END, stance, on_record, conditional,
                             CASE WHEN reports THEN COALESCE(instance, deadline) END, about, basis,
                             covers_first, covers_last, cumulative)
