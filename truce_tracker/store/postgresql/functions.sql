-- What SQLite has and PostgreSQL names otherwise or not at all, as functions of a ledger's schema (see dialect.py).
CREATE FUNCTION items_of(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE SQL IMMUTABLE AS
    'SELECT item COLLATE "C" FROM json_array_elements_text(CAST(list AS JSON)) AS items (item)';

CREATE FUNCTION array_as_text(list TEXT[]) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
    'SELECT CASE WHEN list IS NULL THEN ''[]'' ELSE replace(array_to_json(list)::TEXT, ''", "'', ''","'') END';
CREATE AGGREGATE array_of(TEXT) (SFUNC = array_append, STYPE = TEXT[], FINALFUNC = array_as_text, INITCOND = '{}');

CREATE FUNCTION joined_so_far(before TEXT, item TEXT, mark TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
    'SELECT CASE WHEN item IS NULL THEN before ELSE COALESCE(before || mark, '''') || item END';
CREATE FUNCTION joined_by_comma(before TEXT, item TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
    'SELECT CASE WHEN item IS NULL THEN before ELSE COALESCE(before || '','', '''') || item END';
CREATE AGGREGATE joined(TEXT) (SFUNC = joined_by_comma, STYPE = TEXT);
CREATE AGGREGATE joined(TEXT, TEXT) (SFUNC = joined_so_far, STYPE = TEXT);

CREATE FUNCTION day_moved(day TEXT, VARIADIC steps TEXT[]) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    step TEXT;
    moved TIMESTAMP;
    month INTEGER;
BEGIN
    moved := CAST(day AS DATE);
    FOREACH step IN ARRAY steps LOOP
        IF step = 'start of month' THEN
            moved := date_trunc('month', moved);
        ELSIF step LIKE '%month%' THEN  -- as SQLite counts: 31 January and a month is 3 March
            moved := date_trunc('month', moved) + CAST(step AS INTERVAL)
                     + (EXTRACT(DAY FROM moved) - 1) * INTERVAL '1 day';
        ELSE
            moved := moved + CAST(step AS INTERVAL);
        END IF;
    END LOOP;
    RETURN to_char(moved, 'YYYY-MM-DD') COLLATE "C";
END
$$;

CREATE FUNCTION julianday(day TEXT) RETURNS DOUBLE PRECISION LANGUAGE SQL IMMUTABLE AS
    'SELECT CAST(CAST(day AS DATE) - DATE ''4714-11-24 BC'' AS DOUBLE PRECISION) - 0.5';

CREATE FUNCTION today_here() RETURNS TEXT LANGUAGE SQL STABLE AS
    'SELECT to_char(CURRENT_DATE, ''YYYY-MM-DD'') COLLATE "C"';

-- truth values count as 1 and 0
CREATE AGGREGATE max(BOOLEAN) (SFUNC = boolor_statefunc, STYPE = BOOLEAN);
CREATE AGGREGATE min(BOOLEAN) (SFUNC = booland_statefunc, STYPE = BOOLEAN);
CREATE FUNCTION plus_truth(number BIGINT, truth BOOLEAN) RETURNS BIGINT LANGUAGE SQL IMMUTABLE AS
    'SELECT number + CASE WHEN truth THEN 1 WHEN NOT truth THEN 0 END';
CREATE OPERATOR + (LEFTARG = BIGINT, RIGHTARG = BOOLEAN, FUNCTION = plus_truth);
CREATE FUNCTION is_number(truth BOOLEAN, number INTEGER) RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE AS
    'SELECT CAST(truth AS INTEGER) = number';
CREATE OPERATOR = (LEFTARG = BOOLEAN, RIGHTARG = INTEGER, FUNCTION = is_number);
