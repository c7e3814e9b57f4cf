CREATE TABLE by_range (id integer NOT NULL, at date NOT NULL DEFAULT '2024-01-01', note text CHECK (note <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE by_range_old PARTITION OF by_range FOR VALUES FROM (MINVALUE) TO ('2023-01-01');
CREATE TABLE by_range_2023 PARTITION OF by_range (note DEFAULT 'of 2023', CONSTRAINT own_check CHECK (id > 0)) FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE by_range_2024 PARTITION OF by_range FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (id);
CREATE TABLE by_range_2024_one PARTITION OF by_range_2024 FOR VALUES IN (1, 2, 3);
CREATE TABLE elsewhere.by_range_2024_rest PARTITION OF by_range_2024 DEFAULT;
CREATE TABLE by_range_rest PARTITION OF by_range DEFAULT;
CREATE INDEX by_range_note ON by_range (note);
CREATE INDEX by_range_expression ON by_range (lower(note)) INCLUDE (id) WHERE id > 10;
COMMENT ON TABLE by_range IS 'partitioned by range';
COMMENT ON INDEX by_range_note IS 'a partitioned index';
COMMENT ON TABLE by_range_2023 IS 'one of many';

CREATE TABLE by_list (kind text, n integer) PARTITION BY LIST (kind);
CREATE TABLE by_list_words PARTITION OF by_list FOR VALUES IN ('one', 'it''s "two"', E'new\nline', NULL);
CREATE TABLE "Odd Schema"."Odd Partition ü" PARTITION OF by_list FOR VALUES IN ('ü', '日本');
CREATE TABLE by_list_deep PARTITION OF by_list FOR VALUES IN ('deep') PARTITION BY HASH (n);
CREATE TABLE by_list_deep_0 PARTITION OF by_list_deep FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_list_deep_1 PARTITION OF by_list_deep FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY RANGE (n, (n + 1));
CREATE TABLE by_list_deepest PARTITION OF by_list_deep_1 FOR VALUES FROM (1, MINVALUE) TO (MAXVALUE, MAXVALUE);

CREATE TABLE by_boolean (a boolean) PARTITION BY LIST (a);
CREATE TABLE by_boolean_true PARTITION OF by_boolean FOR VALUES IN (true);
CREATE TABLE by_null (a integer) PARTITION BY LIST (a);
CREATE TABLE by_null_only PARTITION OF by_null FOR VALUES IN (NULL);
CREATE TABLE only_default (a integer) PARTITION BY RANGE (a);
CREATE TABLE only_default_rest PARTITION OF only_default DEFAULT;
CREATE TABLE no_partitions (a integer, b text) PARTITION BY HASH (a, b);
COMMENT ON COLUMN no_partitions.a IS 'nobody''s';

CREATE TABLE by_hash (a integer, b text COLLATE "C") PARTITION BY HASH (b, a);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 1) WITH (fillfactor = 40) TABLESPACE fixture_space;
CREATE TABLE by_hash_2 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 2) USING second_heap;
CREATE UNIQUE INDEX by_hash_unique ON by_hash (a, b);

CREATE TABLE by_expression (a integer, b text, c timestamp) PARTITION BY RANGE ((a + 1), lower(b) COLLATE "C", (date_trunc('day', c)));
CREATE TABLE by_expression_1 PARTITION OF by_expression FOR VALUES FROM (1, 'a', '2020-01-01') TO (100, MAXVALUE, MAXVALUE);
CREATE TABLE by_class (a integer, b text) PARTITION BY RANGE (a own_integers, b COLLATE "POSIX");
CREATE TABLE by_row (a pair) PARTITION BY LIST (a);

-- Columns in another order than the parent's, attached later; a partition that was one and is none.
CREATE TABLE attached (gone integer, note text CONSTRAINT by_range_note_check CHECK (note <> ''), at date NOT NULL, id integer NOT NULL);
ALTER TABLE attached DROP COLUMN gone;
ALTER TABLE by_range ATTACH PARTITION attached FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE detached PARTITION OF by_range FOR VALUES FROM ('2040-01-01') TO ('2041-01-01');
ALTER TABLE by_range DETACH PARTITION detached;

\if :since14
    -- One of them is left half detached; see Fixture.
    CREATE TABLE detaching (a integer) PARTITION BY LIST (a);
    CREATE TABLE detaching_1 PARTITION OF detaching FOR VALUES IN (1);
    CREATE TABLE detaching_2 PARTITION OF detaching FOR VALUES IN (2);
\endif

-- An index of the parent alone is invalid until each partition has its own attached.
CREATE INDEX by_list_only ON ONLY by_list (n);
CREATE INDEX by_list_words_n ON by_list_words (n);
ALTER INDEX by_list_only ATTACH PARTITION by_list_words_n;
CREATE INDEX own_of_partition ON by_range_2023 (id DESC);
ALTER TABLE by_hash_0 ADD CONSTRAINT own_unique UNIQUE (a);

CREATE TABLE partitioned_with_options (a integer, b text) PARTITION BY LIST (a) TABLESPACE fixture_space;
CREATE TABLE partition_of_options PARTITION OF partitioned_with_options FOR VALUES IN (1);
\if :since17
    CREATE TABLE partitioned_method (a integer GENERATED ALWAYS AS IDENTITY, b text) PARTITION BY LIST (b) USING second_heap;
    CREATE TABLE partition_of_method PARTITION OF partitioned_method FOR VALUES IN ('b');
    CREATE TABLE partitioned_exclusion (a int4range, b int4range, EXCLUDE USING gist (a WITH =, b WITH &&)) PARTITION BY LIST (a);
    CREATE TABLE partition_of_exclusion PARTITION OF partitioned_exclusion FOR VALUES IN ('[1,2)');
\endif

-- Foreign keys from and to partitioned tables.
CREATE TABLE to_partitions (id integer, at date, FOREIGN KEY (id, at) REFERENCES by_range);
CREATE TABLE to_partition (id integer, at date, CONSTRAINT to_one FOREIGN KEY (id, at) REFERENCES by_range_2023);
CREATE TABLE partitions_refer (
    id integer PRIMARY KEY, of_id integer REFERENCES referenced ON DELETE CASCADE, parent integer REFERENCES partitions_refer, of_at date, of_range integer,
    CONSTRAINT both_ways FOREIGN KEY (of_range, of_at) REFERENCES by_range) PARTITION BY RANGE (id);
CREATE TABLE partitions_refer_1 PARTITION OF partitions_refer FOR VALUES FROM (0) TO (100);
CREATE TABLE partitions_refer_2 (id integer NOT NULL, of_id integer, parent integer, of_at date, of_range integer, CONSTRAINT own_key FOREIGN KEY (of_id) REFERENCES referenced);
ALTER TABLE partitions_refer ATTACH PARTITION partitions_refer_2 FOR VALUES FROM (100) TO (200);
