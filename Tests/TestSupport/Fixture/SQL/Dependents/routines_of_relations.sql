-- What stands on relations and is none.
CREATE DOMAIN pair_with_b AS pair CHECK ((VALUE).b IS NOT NULL);
CREATE FUNCTION rows_of_viewed(lowest integer DEFAULT 0) RETURNS SETOF viewed LANGUAGE sql STABLE AS $$ SELECT * FROM viewed WHERE a > lowest $$;
CREATE FUNCTION label(viewed) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b $$;
CREATE FUNCTION pair_of(a integer, b text) RETURNS pair LANGUAGE sql AS $$ SELECT ROW(a, b)::pair $$;
CREATE FUNCTION elsewhere.typed(p elsewhere.pair, m public.mood[]) RETURNS nested LANGUAGE sql AS $$ SELECT NULL::nested $$;
\if :since14
    CREATE FUNCTION count_viewed() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM viewed; END;
\endif
COMMENT ON FUNCTION label(viewed) IS 'a column by function';
