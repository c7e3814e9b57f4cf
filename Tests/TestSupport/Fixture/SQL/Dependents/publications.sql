SET client_min_messages = error;
CREATE PUBLICATION of_everything FOR ALL TABLES;
CREATE PUBLICATION of_some FOR TABLE viewed, ONLY parent, by_range WITH (publish = 'insert, delete');
CREATE PUBLICATION "Odd ""Publication"" ü" FOR TABLE replica_full, elsewhere.measured_too WITH (publish_via_partition_root = true);
CREATE PUBLICATION of_nothing;
COMMENT ON PUBLICATION of_some IS 'a publication';
ALTER PUBLICATION of_some OWNER TO postgres;
\if :since15
    CREATE PUBLICATION of_schemas FOR TABLES IN SCHEMA sales, "Odd Schema";
    CREATE PUBLICATION of_rows FOR TABLE keys WHERE (a > 3 AND b <> 'it''s'), replica_full WHERE (a = 1), TABLES IN SCHEMA archive;
    CREATE PUBLICATION of_columns FOR TABLE "with space" ("a b"), keys (b, a), replica_full (a, b) WHERE (a = 2), checks (c, a);
\endif
\if :since18
    CREATE PUBLICATION of_generated FOR TABLE generated WITH (publish_generated_columns = stored);
\endif
CREATE SUBSCRIPTION fixture_subscription CONNECTION 'host=db.example.org dbname=nowhere' PUBLICATION one, "Two ü"
    WITH (connect = false, slot_name = NONE, enabled = false, synchronous_commit = 'off');
COMMENT ON SUBSCRIPTION fixture_subscription IS 'connects to nothing';
