CREATE FOREIGN TABLE far (id integer NOT NULL, b text OPTIONS (column_name 'B', "Odd Option" 'it''s "odd"') COLLATE "C" DEFAULT 'far', c integer CHECK (c > 0))
    SERVER far_away OPTIONS (schema_name 'public', table_name 'far', "Odd Option" E'back\\slash');
COMMENT ON FOREIGN TABLE far IS 'not here';
COMMENT ON COLUMN far.b IS 'not here either';
ALTER FOREIGN TABLE far ALTER b SET STATISTICS 33, ALTER b SET STORAGE external;
CREATE FOREIGN TABLE elsewhere."Odd Foreign ü" (g integer GENERATED ALWAYS AS (1) STORED) SERVER "Odd Server ü";
CREATE FOREIGN TABLE no_far_columns () SERVER far_away;
CREATE FOREIGN TABLE far_child () INHERITS (parent) SERVER far_away;
CREATE TABLE partitioned_far (a integer, b text) PARTITION BY LIST (a);
CREATE FOREIGN TABLE far_partition PARTITION OF partitioned_far FOR VALUES IN (1) SERVER far_away OPTIONS (table_name 'x');
CREATE TRIGGER noted_far AFTER INSERT ON far FOR EACH ROW EXECUTE FUNCTION noted();
GRANT SELECT ON far TO fixture_reader;
