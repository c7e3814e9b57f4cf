-- :folder is an empty folder that belongs to the server's user.
SELECT pg_catalog.format('CREATE TABLESPACE %I OWNER fixture_owner LOCATION %L WITH (seq_page_cost = 1.5, random_page_cost = 2)', name, place)
FROM (VALUES ('fixture_space', :'folder' || '/1'), ('Fixture "Space" ü', :'folder' || '/2')) AS wanted (name, place)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = name) \gexec

COMMENT ON TABLESPACE fixture_space IS 'beside the data';
GRANT CREATE ON TABLESPACE fixture_space TO fixture_reader WITH GRANT OPTION;
