CREATE TABLE storages (a text, b text, c text, d text, e integer, f numeric, g bytea, h integer[], i mood);
ALTER TABLE storages ALTER a SET STORAGE plain, ALTER b SET STORAGE external, ALTER c SET STORAGE extended, ALTER d SET STORAGE main,
    ALTER f SET STORAGE plain, ALTER g SET STORAGE external;
\if :since14
    CREATE TABLE compressions (a text COMPRESSION pglz, b text, c text[] COMPRESSION pglz, d integer);
    ALTER TABLE compressions ALTER b SET COMPRESSION pglz, ALTER a SET COMPRESSION default;
\endif
\if :since16
    CREATE TABLE storage_clause (a text STORAGE external COMPRESSION pglz COLLATE "C" NOT NULL, b text STORAGE DEFAULT);
\endif

CREATE UNLOGGED TABLE unlogged (a integer PRIMARY KEY, b text);
CREATE INDEX unlogged_b ON unlogged (b);
CREATE UNLOGGED TABLE once_unlogged (a serial);
ALTER TABLE once_unlogged SET LOGGED;

CREATE TABLE with_options (a integer, b text) WITH (
    fillfactor = 70, autovacuum_enabled = false, autovacuum_vacuum_threshold = 11, autovacuum_analyze_scale_factor = 0.25,
    log_autovacuum_min_duration = 5, parallel_workers = 3, toast_tuple_target = 256, user_catalog_table = true,
    vacuum_truncate = off, toast.autovacuum_enabled = false, toast.autovacuum_freeze_max_age = 200000000, toast.vacuum_truncate = true);
CREATE TABLE one_option (a integer) WITH (fillfactor = 100);
CREATE TABLE toast_option (a text) WITH (toast.autovacuum_vacuum_threshold = 3);

CREATE TABLE in_space (a integer PRIMARY KEY USING INDEX TABLESPACE "Fixture ""Space"" ü", b text, c integer) TABLESPACE fixture_space;
CREATE INDEX in_space_b ON in_space (b) TABLESPACE fixture_space;
CREATE INDEX in_default_space ON in_space (c);
CREATE MATERIALIZED VIEW view_in_space TABLESPACE fixture_space AS SELECT 1 AS one;
CREATE TABLE index_in_space (a integer UNIQUE USING INDEX TABLESPACE fixture_space);

CREATE TABLE on_second_heap (a integer, b text) USING second_heap WITH (fillfactor = 50);
CREATE MATERIALIZED VIEW view_on_second_heap USING second_heap AS SELECT 1 AS one;

CREATE TABLE clustered (a integer PRIMARY KEY, b integer);
CREATE INDEX clustered_b ON clustered (b);
CLUSTER clustered USING clustered_b;
CREATE TABLE clustered_by_key (a integer PRIMARY KEY, b integer UNIQUE);
ALTER TABLE clustered_by_key CLUSTER ON clustered_by_key_pkey;

CREATE TABLE replica_full (a integer PRIMARY KEY, b text);
ALTER TABLE replica_full REPLICA IDENTITY FULL;
CREATE TABLE replica_nothing (a integer PRIMARY KEY, b text);
ALTER TABLE replica_nothing REPLICA IDENTITY NOTHING;
CREATE TABLE replica_index (a integer PRIMARY KEY, b integer NOT NULL, c integer NOT NULL, CONSTRAINT "Odd Key" UNIQUE (c));
CREATE UNIQUE INDEX replica_index_b ON replica_index (b);
ALTER TABLE replica_index REPLICA IDENTITY USING INDEX replica_index_b;
CREATE TABLE replica_constraint (a integer NOT NULL, CONSTRAINT replica_constraint_key UNIQUE (a));
ALTER TABLE replica_constraint REPLICA IDENTITY USING INDEX replica_constraint_key;
ALTER TABLE replica_constraint CLUSTER ON replica_constraint_key;
