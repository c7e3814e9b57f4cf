-- In a session that stays open: these relations end with it.
CREATE TEMPORARY TABLE temporary (a integer PRIMARY KEY, b text DEFAULT 'b', c serial);
CREATE TEMPORARY TABLE temporary_rows (a integer) ON COMMIT DELETE ROWS;
CREATE TEMPORARY VIEW temporary_view AS SELECT a FROM temporary;
CREATE TEMPORARY SEQUENCE temporary_sequence;
CREATE TEMPORARY TABLE twin (a integer, of_mood mood);
CREATE INDEX temporary_b ON temporary (b);
COMMENT ON TABLE temporary IS 'soon gone';
