CREATE TABLE indexed (a integer, b text, c integer, d point, e tsvector, f jsonb, g timestamp, h text, i int4range, j box, "Odd Column" text);
CREATE INDEX ON indexed (a);
CREATE UNIQUE INDEX indexed_unique ON indexed (a, c);
CREATE INDEX indexed_order ON indexed (a DESC, b ASC NULLS FIRST, c DESC NULLS LAST);
CREATE INDEX indexed_partial ON indexed (a) WHERE b IS NOT NULL AND c > 17;
CREATE UNIQUE INDEX indexed_partial_unique ON indexed (b) WHERE c > 17 AND is_positive(a);
CREATE INDEX indexed_expression ON indexed (lower(b), (a + c), (b || 'x') COLLATE "C");
CREATE INDEX indexed_only_expression ON indexed ((a * 2)) WITH (fillfactor = 33, deduplicate_items = off);
CREATE INDEX indexed_include ON indexed (a) INCLUDE (b, c);
CREATE UNIQUE INDEX indexed_include_unique ON indexed (c) INCLUDE ("Odd Column") WHERE a = 1;
CREATE INDEX indexed_hash ON indexed USING hash (b) WITH (fillfactor = 50);
CREATE INDEX indexed_hash_class ON indexed USING hash (h elsewhere.own_texts);
CREATE INDEX indexed_gist ON indexed USING gist (d) WITH (buffering = auto);
CREATE INDEX indexed_gist_include ON indexed USING gist (i) INCLUDE (a);
CREATE INDEX indexed_gin ON indexed USING gin (e) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX indexed_gin_class ON indexed USING gin (f jsonb_path_ops);
CREATE INDEX indexed_class_options ON indexed USING gist (e tsvector_ops (siglen = 500));
CREATE INDEX indexed_spgist ON indexed USING spgist (d);
CREATE INDEX indexed_brin ON indexed USING brin (g, a) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX indexed_pattern ON indexed (b text_pattern_ops, h varchar_pattern_ops, a own_integers);
CREATE INDEX indexed_collation ON indexed (b COLLATE "C", h COLLATE plain_order, "Odd Column" COLLATE elsewhere."Own Order");
CREATE INDEX indexed_second_gist ON indexed USING second_gist (j) WITH (fillfactor = 80);
CREATE INDEX "Odd ""Index"" ü" ON indexed ("Odd Column");
CREATE INDEX indexed_targets ON indexed ((a + 1), b, (c + 1));
ALTER INDEX indexed_targets ALTER COLUMN 1 SET STATISTICS 1000;
ALTER INDEX indexed_targets ALTER COLUMN 3 SET STATISTICS 0;
ALTER INDEX indexed_only_expression ALTER COLUMN 1 SET STATISTICS 12;
COMMENT ON INDEX indexed_partial IS E'a part\nof it';
\if :since14
    CREATE INDEX indexed_brin_options ON indexed USING brin (a int4_minmax_multi_ops (values_per_range = 16), c int4_bloom_ops (n_distinct_per_range = 50));
    CREATE INDEX indexed_spgist_include ON indexed USING spgist (b) INCLUDE (a, c);

\endif
\if :since15
    CREATE UNIQUE INDEX indexed_nulls ON indexed (a, h) NULLS NOT DISTINCT;
    CREATE UNIQUE INDEX indexed_nulls_include ON indexed (g) INCLUDE (a) NULLS NOT DISTINCT WHERE a > 1;
\endif

-- An index that could not be built stays behind, invalid.
CREATE TABLE duplicates (a integer, b integer);
INSERT INTO duplicates VALUES (1, 1), (1, 2);
\set ON_ERROR_STOP off
CREATE UNIQUE INDEX CONCURRENTLY duplicates_invalid ON duplicates (a);
\set ON_ERROR_STOP on
CREATE INDEX duplicates_valid ON duplicates (b);
DO $$ BEGIN ASSERT (SELECT NOT indisvalid FROM pg_index WHERE indexrelid = 'duplicates_invalid'::regclass); END $$;
