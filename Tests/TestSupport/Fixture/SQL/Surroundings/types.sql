-- Types that no relation stands behind.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'it''s "quoted"', E'two\nlines', '');
ALTER TYPE mood ADD VALUE 'between' AFTER 'sad';
COMMENT ON TYPE mood IS 'how one feels';
CREATE TYPE elsewhere.mood AS ENUM ('elsewhere');
CREATE TYPE no_values AS ENUM ();
CREATE TYPE "Mixed Case Type" AS ENUM ('A');
CREATE TYPE float_range AS RANGE (subtype = double precision, subtype_diff = float8mi);
CREATE TYPE text_range AS RANGE (subtype = text, collation = "C");
CREATE TYPE shell_type;

CREATE DOMAIN positive AS integer CONSTRAINT above_zero CHECK (VALUE > 0);
CREATE DOMAIN positive_even AS positive DEFAULT 2 CONSTRAINT even CHECK (VALUE % 2 = 0) NOT NULL;
CREATE DOMAIN short_text AS varchar(10) COLLATE "C" DEFAULT 'none';
CREATE DOMAIN elsewhere.address AS text CHECK (VALUE ~ '@') CHECK (length(VALUE) < 100);
CREATE DOMAIN "Odd Schema"."Domäne ""x""" AS numeric(12, 3)[];
COMMENT ON DOMAIN positive IS 'from 1';
COMMENT ON CONSTRAINT above_zero ON DOMAIN positive IS 'the check of a domain';
ALTER DOMAIN positive OWNER TO fixture_owner;
GRANT USAGE ON DOMAIN positive TO fixture_reader;
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO fixture_reader WITH GRANT OPTION;

CREATE COLLATION plain_order (provider = libc, locale = 'C');
CREATE COLLATION elsewhere."Own Order" FROM "C";
COMMENT ON COLLATION plain_order IS 'byte by byte';
\if :since17
    CREATE COLLATION builtin_order (provider = builtin, locale = 'C.UTF-8');
\endif

CREATE ACCESS METHOD second_heap TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD second_heap IS 'heap under another name';
CREATE ACCESS METHOD second_gist TYPE INDEX HANDLER gisthandler;

CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = simple, stopwords = english);
CREATE TEXT SEARCH CONFIGURATION own_search (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION own_search ALTER MAPPING FOR word WITH plain_words, simple;
