-- Database 2207: hundreds of tables of one shape in one schema.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SET ROLE ncorrea;
CREATE SCHEMA medidas;
COMMENT ON SCHEMA medidas IS 'One table a channel';
DO $$
BEGIN
    FOR n IN 1..400 LOOP
        EXECUTE format('CREATE TABLE medidas.%I (momento timestamp with time zone PRIMARY KEY, valor real, calidad smallint DEFAULT 100)',
            'canal_' || lpad(n::text, 4, '0'));
        EXECUTE format('INSERT INTO medidas.%I SELECT timestamptz ''2025-01-01'' + i * interval ''1 hour'', i FROM generate_series(1, %s) AS i',
            'canal_' || lpad(n::text, 4, '0'), 10 + n % 40);
    END LOOP;
END $$;
CREATE TABLE medidas.canales (id integer PRIMARY KEY, nombre text NOT NULL, unidad text);
COMMENT ON TABLE medidas.canales IS 'What each channel measures';
INSERT INTO medidas.canales SELECT n, 'Canal ' || n, (ARRAY['V', 'A', 'W'])[1 + n % 3] FROM generate_series(1, 400) AS n;
CREATE VIEW medidas.canales_de_tension AS SELECT id, nombre FROM medidas.canales WHERE unidad = 'V';
GRANT USAGE ON SCHEMA medidas TO lectura;
GRANT SELECT ON ALL TABLES IN SCHEMA medidas TO lectura;
RESET ROLE;
ANALYZE;
