CREATE TABLE checks (
    a integer CHECK (a > 0), b integer CONSTRAINT "Odd ""Check"" ü" CHECK (b <> 3), c text, d date,
    CONSTRAINT of_two CHECK (a < b OR c IS NULL), CHECK (is_positive(a)), CHECK (elsewhere.is_positive(b)),
    CONSTRAINT not_inherited CHECK (a <> 17) NO INHERIT, CHECK (c IN ('one', 'two', 'it''s three')), CHECK (true),
    CONSTRAINT of_table CHECK (checks IS NOT NULL));
ALTER TABLE checks ADD CONSTRAINT not_validated CHECK (d > '2000-01-01') NOT VALID;
COMMENT ON CONSTRAINT of_two ON checks IS 'a constraint''s comment';

CREATE TABLE keys (a integer, b text, c integer, d integer, e date, CONSTRAINT "Odd Primary" PRIMARY KEY (b, a));
ALTER TABLE keys ADD CONSTRAINT keys_deferrable UNIQUE (c) DEFERRABLE;
ALTER TABLE keys ADD CONSTRAINT keys_deferred UNIQUE (d, c) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE keys ADD CONSTRAINT keys_including UNIQUE (e) INCLUDE (b, c) WITH (fillfactor = 60);
ALTER TABLE keys ADD UNIQUE (a, b, c, d, e);
COMMENT ON CONSTRAINT keys_deferred ON keys IS 'late';
COMMENT ON INDEX keys_including IS 'an index''s comment';
\if :since15
    CREATE TABLE nulls_not_distinct (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a), CONSTRAINT with_include UNIQUE NULLS NOT DISTINCT (b) INCLUDE (a));
\endif
CREATE TABLE key_of_deferred (a integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, b integer UNIQUE DEFERRABLE INITIALLY IMMEDIATE);
CREATE TABLE key_by_index (a integer NOT NULL, b integer NOT NULL);
CREATE UNIQUE INDEX becomes_key ON key_by_index (a, b);
ALTER TABLE key_by_index ADD CONSTRAINT key_of_index PRIMARY KEY USING INDEX becomes_key;
CREATE UNIQUE INDEX becomes_unique ON key_by_index (b);
ALTER TABLE key_by_index ADD CONSTRAINT unique_of_index UNIQUE USING INDEX becomes_unique DEFERRABLE;

CREATE TABLE exclusions (
    a int4range, b integer, c circle, d tsrange, EXCLUDE USING gist (a WITH &&),
    CONSTRAINT "Odd Exclusion" EXCLUDE USING gist (c WITH &&, a WITH =) WHERE (b > 3),
    CONSTRAINT of_expression EXCLUDE USING btree (abs(b) WITH =) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT of_hash EXCLUDE USING hash (b WITH =) WITH (fillfactor = 50),
    CONSTRAINT with_class EXCLUDE USING btree (b own_integers DESC NULLS LAST WITH =) INCLUDE (a));

CREATE TABLE referenced (a integer PRIMARY KEY, b integer, c text UNIQUE, CONSTRAINT pair_of UNIQUE (a, b));
CREATE TABLE elsewhere.referenced (a integer PRIMARY KEY, parent integer REFERENCES elsewhere.referenced ON DELETE CASCADE);
CREATE TABLE referencing (
    a integer REFERENCES referenced, b integer, c text REFERENCES referenced (c) ON UPDATE CASCADE ON DELETE SET NULL,
    d integer CONSTRAINT "Odd ""Key"" ü" REFERENCES elsewhere.referenced ON DELETE RESTRICT ON UPDATE SET DEFAULT,
    e integer REFERENCES referenced DEFERRABLE, f integer REFERENCES referenced DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT of_two FOREIGN KEY (a, b) REFERENCES referenced (a, b) MATCH FULL ON DELETE SET DEFAULT);
ALTER TABLE referencing ADD CONSTRAINT not_validated FOREIGN KEY (e) REFERENCES elsewhere.referenced NOT VALID;
COMMENT ON CONSTRAINT of_two ON referencing IS 'points at two';
\if :since15
    ALTER TABLE referencing ADD CONSTRAINT sets_one FOREIGN KEY (a, b) REFERENCES referenced (a, b) ON DELETE SET NULL (b);
    ALTER TABLE referencing ADD CONSTRAINT sets_both FOREIGN KEY (b, a) REFERENCES referenced (b, a) ON DELETE SET DEFAULT (b, a);
\endif
CREATE TABLE self_referencing (id integer PRIMARY KEY, parent integer REFERENCES self_referencing, other integer REFERENCES self_referencing (id));
CREATE TABLE circle_one (id integer PRIMARY KEY, two integer);
CREATE TABLE circle_two (id integer PRIMARY KEY, one integer REFERENCES circle_one);
ALTER TABLE circle_one ADD FOREIGN KEY (two) REFERENCES circle_two;

-- In 18 NOT NULL is a constraint with a name; before it the names are taken and forgotten.
CREATE TABLE not_null_names (
    a integer CONSTRAINT "Odd Not Null" NOT NULL, b integer NOT NULL, c integer CONSTRAINT not_null_names_x NOT NULL PRIMARY KEY,
    d integer GENERATED ALWAYS AS IDENTITY);
\if :since18
    CREATE TABLE not_null_kinds (a integer NOT NULL NO INHERIT, b integer, c integer, CONSTRAINT of_table NOT NULL c);
    ALTER TABLE not_null_kinds ADD CONSTRAINT not_validated NOT NULL b NOT VALID;
    COMMENT ON CONSTRAINT of_table ON not_null_kinds IS 'not null by name';
    CREATE TABLE not_null_heir (d integer NOT NULL) INHERITS (not_null_kinds);
    CREATE TABLE not_null_both (c integer CONSTRAINT own_name NOT NULL) INHERITS (not_null_kinds);
    CREATE TABLE not_enforced (
        a integer CHECK (a > 0) NOT ENFORCED, b integer REFERENCES referenced NOT ENFORCED,
        CONSTRAINT also_no_inherit CHECK (b > 0) NO INHERIT NOT ENFORCED);
    CREATE TABLE pointed_at_without_triggers (a integer PRIMARY KEY);
    CREATE TABLE points_without_triggers (a integer REFERENCES pointed_at_without_triggers NOT ENFORCED) PARTITION BY RANGE (a);
    CREATE TABLE points_without_triggers_first PARTITION OF points_without_triggers FOR VALUES FROM (0) TO (10);
    CREATE TABLE without_overlaps (
        id int4range, valid_at daterange, other int4range, CONSTRAINT over_time PRIMARY KEY (id, valid_at WITHOUT OVERLAPS),
        UNIQUE (id, other, valid_at WITHOUT OVERLAPS));
    CREATE TABLE over_period (
        id int4range, valid_at daterange, of_id int4range,
        CONSTRAINT key_over_time PRIMARY KEY (id, valid_at WITHOUT OVERLAPS),
        CONSTRAINT points_over_time FOREIGN KEY (of_id, PERIOD valid_at) REFERENCES without_overlaps (id, PERIOD valid_at));
\endif
