-- From which day is each deadline known?                                                      (definitions: "Milestones")
--
-- With `stated`, from its first day and, where claims that name it were said by its last, from the day on which the first
-- of those is known. Without it, from the first claim that names it or reports on it; else from the first claim on its
-- commitment; else always.
INSERT INTO known_deadline (deadline, known)
SELECT d.id,
       CASE WHEN d.stated_first IS NULL
            THEN COALESCE((SELECT MIN(p.known) FROM pair AS p WHERE p.deadline = d.id),
                          (SELECT MIN(p.known) FROM pair AS p WHERE p.commitment = d.commitment),
                          '0001-01-01')
            ELSE MAX(d.stated_first,
                     COALESCE((SELECT MIN(p.known) FROM pair AS p
                               WHERE p.deadline = d.id AND NOT p.reports AND p.said_first <= d.stated_last),
                              d.stated_first))
       END
FROM deadline AS d
