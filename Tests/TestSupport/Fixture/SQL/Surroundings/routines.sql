-- Functions, procedures, aggregates, operators that no relation stands behind.
CREATE FUNCTION add_one(integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT $1 + 1';
COMMENT ON FUNCTION add_one(integer) IS E'adds one\nand no more';
CREATE FUNCTION add_one(n bigint, OUT result bigint) LANGUAGE sql STABLE LEAKPROOF AS $$ SELECT n + 1 $$;
CREATE FUNCTION with_defaults(a integer, b text DEFAULT 'x,y', VARIADIC c numeric[] DEFAULT ARRAY[1.5]) RETURNS text LANGUAGE sql
    COST 7 AS $$ SELECT b $$;
CREATE FUNCTION rows_of(INOUT n integer, OUT "Odd Name" text) RETURNS SETOF record LANGUAGE sql ROWS 17 AS $$ VALUES (1, 'a'), (2, 'b') $$;
CREATE FUNCTION table_of(n integer) RETURNS TABLE (id integer, label text) LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET work_mem = '8MB' AS $$
BEGIN
    RETURN QUERY SELECT i, i::text FROM generate_series(1, n) AS i;
END
$$;
CREATE FUNCTION counting() RETURNS SETOF integer LANGUAGE sql VOLATILE PARALLEL RESTRICTED AS $$ VALUES (1), (2) $$;
CREATE FUNCTION any_of(anyelement, anyarray) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = ANY ($2) $$;
CREATE FUNCTION "Odd Schema"."Fünction ""x""" ("Ärgument" integer) RETURNS integer LANGUAGE sql AS $$ SELECT "Ärgument" $$;
CREATE FUNCTION is_positive(n integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN n > 0; END $$;
CREATE FUNCTION elsewhere.is_positive(n integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN n > 0; END $$;
\if :since14
    CREATE FUNCTION by_body(a integer, b integer DEFAULT 3) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
    CREATE PROCEDURE with_body(OUT a integer, b text) LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
\endif
CREATE PROCEDURE do_nothing(INOUT a integer DEFAULT 1) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
COMMENT ON PROCEDURE do_nothing(integer) IS 'as it says';

CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- what the trigger does, in two lines
    RETURN NULL;
END
$$;
CREATE FUNCTION elsewhere.noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION on_command() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;

CREATE FUNCTION larger_of(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT greatest($1, $2)';
CREATE AGGREGATE largest(integer) (SFUNC = larger_of, STYPE = integer, INITCOND = '0', PARALLEL = safe);
CREATE AGGREGATE own_percentile(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
COMMENT ON AGGREGATE largest(integer) IS 'max by another name';
CREATE FUNCTION own_rank() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_rank';

CREATE OPERATOR elsewhere.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = OPERATOR(elsewhere.===));
CREATE OPERATOR ~~~ (RIGHTARG = integer, FUNCTION = add_one);
CREATE OPERATOR CLASS own_integers FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint4cmp(integer, integer);
CREATE OPERATOR CLASS second_boxes DEFAULT FOR TYPE box USING second_gist AS OPERATOR 3 &&,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal);
CREATE OPERATOR CLASS elsewhere.own_texts FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text);

CREATE FUNCTION mood_of(integer) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT 'ok'::mood $$;
CREATE CAST (integer AS mood) WITH FUNCTION mood_of(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS mood) IS 'always ok';

ALTER FUNCTION counting() OWNER TO fixture_owner;
REVOKE EXECUTE ON FUNCTION add_one(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_one(integer) TO fixture_reader WITH GRANT OPTION;
GRANT EXECUTE ON PROCEDURE do_nothing(integer) TO "Fixture Röle ""quoted""";
