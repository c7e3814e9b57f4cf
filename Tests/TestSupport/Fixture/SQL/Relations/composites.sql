CREATE TYPE pair AS (a integer, b text COLLATE "C");
COMMENT ON TYPE pair IS 'two of a kind';
COMMENT ON COLUMN pair.b IS E'the second\nof two';
CREATE TYPE nested AS (one pair, many pair[], "Odd Name" numeric(10, 2), m elsewhere.mood, p positive);
CREATE TYPE elsewhere.pair AS (x interval day to second(3), y bit varying(7), z timestamp(0) with time zone);
CREATE TYPE nothing AS ();
CREATE TYPE "Odd Schema"."Composite ""x""" AS ("select" integer, "日本" text);
CREATE TYPE changed AS (gone integer, kept text);
ALTER TYPE changed DROP ATTRIBUTE gone;
ALTER TYPE changed ADD ATTRIBUTE late date;
ALTER TYPE pair OWNER TO fixture_owner;
GRANT USAGE ON TYPE pair TO fixture_reader;

CREATE TABLE of_pair OF pair (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'b' NOT NULL);
CREATE TABLE elsewhere.of_pair OF pair;
CREATE TABLE of_elsewhere OF elsewhere.pair (CHECK (x > '0'));
