-- What belongs to the server beside the fixture's own database: once a server.
SELECT pg_catalog.format('CREATE DATABASE %I TEMPLATE template0 %s', name, attributes)
FROM (VALUES
    ('fixture of "odd" name ü 日本', 'OWNER fixture_owner CONNECTION LIMIT 7'),
    (E'fixture\nof\ttwo lines', 'CONNECTION LIMIT 0'),
    ('fixture_closed', 'ALLOW_CONNECTIONS false'),
    ('fixture_ascii', 'IS_TEMPLATE true ENCODING ''SQL_ASCII'''),
    ('fixture_granted', 'OWNER fixture_owner TABLESPACE fixture_space')) AS wanted (name, attributes) \gexec

COMMENT ON DATABASE fixture_granted IS E'a database\nwith two lines';
COMMENT ON DATABASE fixture_closed IS '閉 closed';
REVOKE ALL ON DATABASE fixture_granted FROM PUBLIC;
GRANT CONNECT ON DATABASE fixture_granted TO fixture_reader WITH GRANT OPTION;
GRANT CREATE, TEMPORARY ON DATABASE fixture_granted TO "Fixture Röle ""quoted""", fixture_group;
GRANT ALL ON DATABASE fixture_closed TO "fixture=role/with,acl""signs";
ALTER DATABASE fixture_granted SET work_mem = '16MB';
ALTER DATABASE fixture_granted SET search_path = sales, "Odd Schema", public;
ALTER ROLE fixture_reader SET statement_timeout = '5min';
ALTER ROLE fixture_reader IN DATABASE fixture_granted SET default_transaction_read_only = on;
ALTER ROLE fixture_reader IN DATABASE fixture_granted SET application_name = 'it''s "quoted", and more';
ALTER ROLE "Fixture Röle ""quoted""" SET DateStyle = 'German, DMY';
