-- One name in many schemas; names that hide behind the catalog's.
CREATE TABLE twin (a integer PRIMARY KEY);
CREATE TABLE elsewhere.twin (b text, a integer REFERENCES twin);
CREATE TABLE sales.twin (a integer REFERENCES elsewhere.referenced, t twin, m elsewhere.mood);
CREATE VIEW archive.twin AS SELECT a, b FROM elsewhere.twin;
CREATE SEQUENCE "Odd Schema".twin;
CREATE TABLE public.pg_class (a integer, of_twin integer REFERENCES twin);
CREATE INDEX pg_index ON public.pg_class (a);
CREATE VIEW public.pg_views AS SELECT * FROM public.pg_class;
CREATE TABLE sales.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer integer NOT NULL, placed timestamptz NOT NULL DEFAULT now());
CREATE TABLE sales.lines (order_id bigint NOT NULL REFERENCES sales.orders ON DELETE CASCADE, position integer, PRIMARY KEY (order_id, position));
CREATE TABLE archive.orders (LIKE sales.orders INCLUDING ALL);
CREATE TABLE archive.lines (LIKE sales.lines INCLUDING ALL);
CREATE VIEW archive.every_order AS SELECT id, placed FROM sales.orders UNION ALL SELECT id, placed FROM archive.orders;
CREATE TABLE "1245"."2207" ("1" integer, "2" integer REFERENCES twin);
CREATE TABLE "select"."from" ("where" integer PRIMARY KEY, "order" text DEFAULT 'x');
CREATE VIEW "select"."table" AS SELECT "where" FROM "select"."from";
CREATE TABLE "日本 スキーマ"."テーブル" ("列" integer PRIMARY KEY, "列2" text);
CREATE TABLE U&"dotted.schema""\0009x"."dotted.table" ("dotted.column" integer PRIMARY KEY);
