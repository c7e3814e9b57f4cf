-- Wrappers without a handler: nothing can be read through them, and nothing needs to be installed.
CREATE FOREIGN DATA WRAPPER nowhere OPTIONS (debug 'true', "Odd Option" 'it''s "odd"');
CREATE FOREIGN DATA WRAPPER "Odd Wrapper";
COMMENT ON FOREIGN DATA WRAPPER nowhere IS 'leads nowhere';
CREATE SERVER far_away TYPE 'postgres' VERSION '9.6' FOREIGN DATA WRAPPER nowhere
    OPTIONS (host 'db.example.org', port '5432', dbname E'a\\b''c"d');
CREATE SERVER "Odd Server ü" FOREIGN DATA WRAPPER "Odd Wrapper";
COMMENT ON SERVER far_away IS 'far away';
CREATE USER MAPPING FOR PUBLIC SERVER far_away OPTIONS (user 'nobody');
CREATE USER MAPPING FOR fixture_reader SERVER far_away OPTIONS (user 'reader', password 'not a secret');
GRANT USAGE ON FOREIGN SERVER far_away TO fixture_reader WITH GRANT OPTION;
GRANT USAGE ON FOREIGN DATA WRAPPER nowhere TO fixture_group;
