DO $$
BEGIN
    EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg(format('column_%s %s', i, CASE WHEN i % 100 = 0 THEN 'text' ELSE 'integer' END), ', ' ORDER BY i) || ')' FROM generate_series(1, 1600) AS i);
    EXECUTE (SELECT 'CREATE VIEW long_view AS SELECT ' || string_agg(format('%s AS column_%s', i, i), ', ' ORDER BY i)
        || E' UNION ALL SELECT ' || string_agg((-i)::text, ', ' ORDER BY i) FROM generate_series(1, 1000) AS i);
    CREATE TABLE many (id integer, n integer) PARTITION BY RANGE (id);
    FOR i IN 0..999 LOOP
        EXECUTE format('CREATE TABLE archive.many_%s PARTITION OF many FOR VALUES FROM (%s) TO (%s)', to_char(i, 'FM0000'), i * 10, i * 10 + 10);
    END LOOP;
    CREATE TABLE ancestor (id integer);
    FOR i IN 1..100 LOOP
        EXECUTE format('CREATE TABLE archive.heir_%s () INHERITS (ancestor)', i);
    END LOOP;
    CREATE TABLE often_indexed (a integer PRIMARY KEY, b integer);
    FOR i IN 1..60 LOOP
        EXECUTE format('CREATE INDEX often_indexed_%s ON often_indexed (b, a) WHERE a > %s', i, i);
        EXECUTE format('ALTER TABLE often_indexed ADD CONSTRAINT check_%s CHECK (a <> -%s)', i, i);
        EXECUTE format('CREATE TRIGGER trigger_%s AFTER INSERT ON often_indexed FOR EACH ROW EXECUTE FUNCTION noted(%s)', i, i);
    END LOOP;
END
$$;
