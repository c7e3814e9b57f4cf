CREATE TABLE viewed (a integer PRIMARY KEY, b text, c numeric(8, 2), d timestamp, "Odd Column" text);
CREATE VIEW simple_view AS SELECT a, b FROM viewed;
COMMENT ON VIEW simple_view IS 'a view';
COMMENT ON COLUMN simple_view.b IS 'of a view';
ALTER VIEW simple_view ALTER COLUMN b SET DEFAULT 'of the view';
CREATE VIEW renamed_columns (x, "Odd ""Name"" ü", z) AS SELECT a, "Odd Column", c * 2 FROM viewed v WHERE b LIKE '%it''s%';
CREATE VIEW barrier WITH (security_barrier = true) AS SELECT * FROM viewed WHERE a > 3;
CREATE VIEW barrier_off WITH (security_barrier = false) AS SELECT 1 AS one;
CREATE VIEW checked AS SELECT a, b FROM viewed WHERE a > 5 WITH CHECK OPTION;
CREATE VIEW checked_locally WITH (security_barrier) AS SELECT a, b FROM viewed WHERE a > 5 WITH LOCAL CHECK OPTION;
\if :since15
    CREATE VIEW invoker WITH (security_invoker = true, security_barrier = true) AS SELECT * FROM viewed;
\endif
CREATE VIEW elsewhere.simple_view AS SELECT v.a, s.b AS of_view FROM viewed v JOIN simple_view s USING (a);
CREATE VIEW no_columns_view AS SELECT;
CREATE VIEW "Odd Schema"."View ""x""
of two lines" AS SELECT '日本'::text AS "全角", 'two
lines' AS "two
lines";
CREATE RECURSIVE VIEW counting_view (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM counting_view WHERE n < 10;
CREATE VIEW big_view AS
    WITH recent AS MATERIALIZED (SELECT a, count(*) AS n FROM viewed GROUP BY a HAVING count(*) > 1)
    SELECT r.a, r.n, rank() OVER (PARTITION BY r.a ORDER BY r.n DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place,
        CASE WHEN r.n > 3 THEN 'many' WHEN r.n IS NULL THEN NULL ELSE 'few' END AS amount, v.b COLLATE "C" AS b,
        ARRAY(SELECT x FROM generate_series(1, 3) AS x) AS list, (SELECT max(d) FROM viewed) AS latest,
        string_agg(v.b, ', ' ORDER BY v.d) FILTER (WHERE v.a > 0) AS joined
    FROM recent r LEFT JOIN viewed v ON v.a = r.a CROSS JOIN LATERAL (SELECT v.c) AS l
    WHERE v.b IS DISTINCT FROM 'x' AND r.a = ANY (ARRAY[1, 2, 3]) AND NOT EXISTS (SELECT FROM one_column)
    GROUP BY r.a, r.n, v.b UNION ALL SELECT 1, 2, 3, 'x', 'y', NULL, NULL, NULL ORDER BY 1 DESC NULLS LAST LIMIT 10 OFFSET 2;
CREATE VIEW sampled AS SELECT * FROM viewed TABLESAMPLE bernoulli (10) REPEATABLE (3) FOR UPDATE SKIP LOCKED;
CREATE VIEW grouping_view AS SELECT a, b, count(*) FROM viewed GROUP BY GROUPING SETS ((a, b), (a), ()), CUBE (a);
CREATE VIEW of_function AS SELECT * FROM table_of(3) WITH ORDINALITY AS t (id, label, number);
CREATE VIEW of_types AS SELECT NULL::mood AS m, ROW(1, 'x')::pair AS p, (ROW(1, 'x')::pair).a AS a, 1::positive AS d, viewed AS whole FROM viewed;

CREATE MATERIALIZED VIEW kept AS SELECT a, b FROM viewed;
CREATE UNIQUE INDEX kept_a ON kept (a);
CREATE INDEX kept_b ON kept (lower(b)) WHERE a > 1;
COMMENT ON MATERIALIZED VIEW kept IS 'kept';
COMMENT ON COLUMN kept.a IS 'of a materialized view';
CREATE MATERIALIZED VIEW elsewhere.not_filled WITH (fillfactor = 70, autovacuum_enabled = false) AS SELECT 1 AS a, 'x'::text AS b WITH NO DATA;
ALTER MATERIALIZED VIEW elsewhere.not_filled ALTER b SET STATISTICS 55, ALTER b SET STORAGE external;
CREATE MATERIALIZED VIEW of_kept (x, y) AS SELECT * FROM kept WHERE a > 0;
CREATE INDEX of_kept_x ON of_kept (x);
ALTER MATERIALIZED VIEW of_kept CLUSTER ON of_kept_x;
CREATE STATISTICS of_kept_both ON x, y FROM of_kept;
