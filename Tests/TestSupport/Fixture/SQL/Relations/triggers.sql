CREATE TABLE triggered (a integer PRIMARY KEY, b text, c integer, "Odd Column" text);
CREATE TRIGGER after_all AFTER INSERT OR UPDATE OR DELETE ON triggered FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER before_some BEFORE UPDATE OF b, "Odd Column" ON triggered FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION elsewhere.noted('an argument', 'it''s', '2');
CREATE TRIGGER on_truncate BEFORE TRUNCATE ON triggered FOR EACH STATEMENT EXECUTE FUNCTION noted();
CREATE TRIGGER with_tables AFTER UPDATE ON triggered REFERENCING OLD TABLE AS before_it NEW TABLE AS "After It" FOR EACH STATEMENT EXECUTE FUNCTION noted();
CREATE TRIGGER with_new_table AFTER INSERT ON triggered REFERENCING NEW TABLE AS added FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER "Odd ""Trigger"" ü" AFTER DELETE ON triggered FOR EACH ROW EXECUTE FUNCTION noted(E'two\nlines');
CREATE TRIGGER disabled BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER always BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER on_replica BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION noted();
CREATE CONSTRAINT TRIGGER late_one AFTER INSERT ON triggered DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.a > 3) EXECUTE FUNCTION noted();
CREATE CONSTRAINT TRIGGER from_other AFTER UPDATE ON triggered FROM referenced NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE triggered DISABLE TRIGGER disabled;
ALTER TABLE triggered ENABLE ALWAYS TRIGGER always;
ALTER TABLE triggered ENABLE REPLICA TRIGGER on_replica;
COMMENT ON TRIGGER after_all ON triggered IS 'a trigger';

-- Foreign keys are kept by internal triggers; those are shown where they are disabled.
CREATE TABLE internals_disabled (a integer REFERENCES referenced, b integer);
CREATE TRIGGER own AFTER INSERT ON internals_disabled FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE internals_disabled DISABLE TRIGGER ALL;
CREATE TABLE all_but_own_disabled (a integer PRIMARY KEY, b integer REFERENCES all_but_own_disabled);
CREATE TRIGGER own AFTER INSERT ON all_but_own_disabled FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE all_but_own_disabled DISABLE TRIGGER ALL;
ALTER TABLE all_but_own_disabled ENABLE ALWAYS TRIGGER own;

CREATE TABLE triggered_partitions (a integer, b text) PARTITION BY LIST (a);
CREATE TABLE triggered_partition_1 PARTITION OF triggered_partitions FOR VALUES IN (1);
CREATE TRIGGER cloned AFTER INSERT OR UPDATE OF b ON triggered_partitions FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER not_cloned AFTER INSERT ON triggered_partitions FOR EACH STATEMENT EXECUTE FUNCTION noted();
CREATE TRIGGER disabled_later AFTER DELETE ON triggered_partitions FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER before_in_parts BEFORE INSERT ON triggered_partitions FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TABLE triggered_partition_2 PARTITION OF triggered_partitions FOR VALUES IN (2) PARTITION BY LIST (b);
CREATE TABLE triggered_partition_2_b PARTITION OF triggered_partition_2 FOR VALUES IN ('b');
CREATE TRIGGER own_of_partition AFTER UPDATE ON triggered_partition_1 FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE triggered_partition_1 DISABLE TRIGGER disabled_later;
ALTER TABLE triggered_partition_1 ENABLE ALWAYS TRIGGER cloned;

CREATE VIEW triggered_view AS SELECT a, b FROM triggered;
CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE OR DELETE ON triggered_view FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TRIGGER each_statement AFTER INSERT ON triggered_view FOR EACH STATEMENT EXECUTE FUNCTION noted();
