-- Roles belong to the server: made where they are missing, so that a second database can be made in the same way.
SELECT pg_catalog.format('CREATE ROLE %I %s', name, attributes)
FROM (VALUES
    ('fixture_owner', 'NOLOGIN'),
    ('fixture_reader', 'LOGIN CONNECTION LIMIT 5'),
    ('fixture_writer', 'LOGIN NOINHERIT VALID UNTIL ''2038-01-19 03:14:07+00'''),
    ('fixture_admin', 'CREATEROLE CREATEDB BYPASSRLS'),
    ('fixture_replicator', 'LOGIN REPLICATION CONNECTION LIMIT 0'),
    ('fixture_super', 'SUPERUSER VALID UNTIL ''infinity'''),
    ('fixture_group', 'NOLOGIN CONNECTION LIMIT 1'),
    ('Fixture Röle "quoted"', 'NOLOGIN'),
    ('fixture=role/with,acl"signs', 'NOLOGIN'),
    (E'fixture\trole\nwith controls', 'NOLOGIN')) AS wanted (name, attributes)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) \gexec

COMMENT ON ROLE fixture_owner IS 'owns what postgres does not';
COMMENT ON ROLE fixture_reader IS E'reads\nand writes nothing: 読む';
SET client_min_messages = error;
GRANT fixture_group TO fixture_reader, fixture_writer;
GRANT fixture_group TO "Fixture Röle ""quoted""" WITH ADMIN OPTION;
GRANT fixture_owner TO fixture_admin WITH ADMIN OPTION;
GRANT pg_monitor TO fixture_reader;
\if :since16
    GRANT fixture_reader TO fixture_writer WITH INHERIT FALSE, SET TRUE;
    GRANT fixture_writer TO fixture_super WITH INHERIT TRUE, SET FALSE;
\endif
RESET client_min_messages;
