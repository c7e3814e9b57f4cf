-- Database 1245, schemas sensores and archivo: partitions by month (one of them split again by zone), old-style inheritance, a wide table,
-- a foreign table.
SET ROLE ncorrea;
SELECT setseed(0.3);

CREATE TYPE sensores.zona AS ENUM ('norte', 'sur', 'este', 'oeste');

CREATE TABLE sensores.estaciones (
    id integer PRIMARY KEY,
    nombre text NOT NULL,
    zona sensores.zona NOT NULL,
    posicion point,
    direccion_ip inet,
    puesta_en_marcha date NOT NULL
);
COMMENT ON TABLE sensores.estaciones IS 'Estaciones de medida 🌡';
INSERT INTO sensores.estaciones
SELECT n, 'Estación ' || n, (enum_range(NULL::sensores.zona))[1 + n % 4], point(40 + n * 0.01, -3 - n * 0.02), '192.0.2.0'::inet + n, date '2019-01-01' + n * 9
FROM generate_series(1, 120) AS n;

CREATE TABLE sensores.sensores (
    id integer PRIMARY KEY,
    estacion_id integer NOT NULL REFERENCES sensores.estaciones,
    magnitud text NOT NULL,
    unidad text NOT NULL,
    serie uuid NOT NULL UNIQUE,
    calibrado tstzrange
);
COMMENT ON TABLE sensores.sensores IS 'One row a probe';
INSERT INTO sensores.sensores
SELECT n, 1 + n % 120, (ARRAY['temperatura', 'humedad', 'presión', 'caudal'])[1 + n % 4], (ARRAY['°C', '%', 'hPa', 'm³/s'])[1 + n % 4],
    md5('sensor' || n)::uuid, tstzrange(now() - n * interval '1 day', NULL)
FROM generate_series(1, 480) AS n;

CREATE TABLE sensores.lecturas (
    sensor_id integer NOT NULL,
    momento timestamp with time zone NOT NULL,
    zona sensores.zona NOT NULL,
    valor double precision,
    calidad smallint NOT NULL DEFAULT 100,
    CONSTRAINT lecturas_calidad CHECK (calidad BETWEEN 0 AND 100)
) PARTITION BY RANGE (momento);
COMMENT ON TABLE sensores.lecturas IS 'Readings, one partition a month';
COMMENT ON COLUMN sensores.lecturas.calidad IS '100 good, 0 useless';
DO $$
DECLARE
    mes timestamp with time zone;
    actual CONSTANT timestamp with time zone := date_trunc('month', now());
    nombre text;
BEGIN
    FOR mes IN SELECT generate_series(actual - interval '13 months', actual + interval '1 month', interval '1 month') LOOP
        nombre := 'lecturas_' || to_char(mes, 'YYYY_MM');
        IF mes = actual - interval '1 month' THEN
            EXECUTE format('CREATE TABLE sensores.%I PARTITION OF sensores.lecturas FOR VALUES FROM (%L) TO (%L) PARTITION BY LIST (zona)',
                nombre, mes, mes + interval '1 month');
            EXECUTE format('CREATE TABLE sensores.%I PARTITION OF sensores.%I FOR VALUES IN (''norte'', ''sur'')', nombre || '_norte_sur', nombre);
            EXECUTE format('CREATE TABLE sensores.%I PARTITION OF sensores.%I FOR VALUES IN (''este'', ''oeste'')', nombre || '_este_oeste', nombre);
        ELSE
            EXECUTE format('CREATE TABLE sensores.%I PARTITION OF sensores.lecturas FOR VALUES FROM (%L) TO (%L)', nombre, mes, mes + interval '1 month');
        END IF;
    END LOOP;
END $$;
CREATE TABLE sensores.lecturas_resto PARTITION OF sensores.lecturas DEFAULT;
INSERT INTO sensores.lecturas (sensor_id, momento, zona, valor, calidad)
SELECT 1 + n % 480, date_trunc('month', now()) - interval '13 months' + n * interval '6 minutes', (enum_range(NULL::sensores.zona))[1 + n % 4],
    round((15 + 10 * sin(n / 240.0) + random())::numeric, 2), 100 - n % 7
FROM generate_series(1, 94000) AS n;
CREATE INDEX lecturas_sensor_momento ON sensores.lecturas (sensor_id, momento DESC);
CREATE INDEX lecturas_momento ON sensores.lecturas USING brin (momento);

CREATE UNLOGGED TABLE sensores.ultima_lectura (
    sensor_id integer PRIMARY KEY,
    momento timestamp with time zone NOT NULL,
    valor double precision
) WITH (fillfactor = 50);
COMMENT ON TABLE sensores.ultima_lectura IS 'Latest value of each sensor; lost in a crash, and no harm done';
INSERT INTO sensores.ultima_lectura SELECT id, now(), id FROM sensores.sensores;

CREATE TABLE sensores.alarmas (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sensor_id integer NOT NULL REFERENCES sensores.sensores ON DELETE CASCADE,
    abierta timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
    cerrada timestamp with time zone,
    gravedad smallint NOT NULL CHECK (gravedad IN (1, 2, 3)),
    texto text NOT NULL,
    CHECK (cerrada > abierta)
);
COMMENT ON TABLE sensores.alarmas IS E'Alarms.\nA second line in a comment, as people write them.';
INSERT INTO sensores.alarmas (sensor_id, abierta, gravedad, texto)
SELECT 1 + n % 480, now() - n * interval '1 hour', 1 + n % 3, 'Valor fuera de rango (' || n || ')' FROM generate_series(1, 4000) AS n;
CREATE INDEX alarmas_abiertas ON sensores.alarmas (gravedad, abierta) WHERE cerrada IS NULL;

CREATE TABLE sensores.eventos (id bigint NOT NULL, origen text NOT NULL, cuerpo jsonb) PARTITION BY HASH (id);
CREATE TABLE sensores.eventos_0 PARTITION OF sensores.eventos FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE sensores.eventos_1 PARTITION OF sensores.eventos FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE sensores.eventos_2 PARTITION OF sensores.eventos FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE sensores.eventos_3 PARTITION OF sensores.eventos FOR VALUES WITH (MODULUS 4, REMAINDER 3);
INSERT INTO sensores.eventos SELECT n, 'estación ' || n % 120, jsonb_build_object('n', n) FROM generate_series(1, 8000) AS n;

-- Sixty columns, as instruments write them.
DO $$
DECLARE
    columnas text;
BEGIN
    SELECT string_agg(format('canal_%s %s', lpad(n::text, 2, '0'),
        (ARRAY['double precision', 'real', 'integer', 'numeric(9,3)', 'boolean'])[1 + n % 5]), ', ' ORDER BY n)
    INTO columnas FROM generate_series(1, 58) AS n;
    EXECUTE format('CREATE TABLE sensores.telemetria_ancha (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, momento timestamp NOT NULL, %s)', columnas);
    FOR n IN 1..58 LOOP
        EXECUTE format('COMMENT ON COLUMN sensores.telemetria_ancha.%I IS %L', 'canal_' || lpad(n::text, 2, '0'), 'Canal ' || n || ' del registrador');
    END LOOP;
END $$;
INSERT INTO sensores.telemetria_ancha (momento, canal_01, canal_02, canal_05)
SELECT now() - n * interval '1 minute', n, n * 0.5, n * 1.5 FROM generate_series(1, 2000) AS n;

CREATE VIEW sensores.resumen_diario AS
SELECT momento::date AS dia, zona, count(*) AS lecturas, avg(valor) AS media FROM sensores.lecturas GROUP BY 1, 2;
COMMENT ON VIEW sensores.resumen_diario IS 'Daily mean by zone';

CREATE FUNCTION sensores.anotar_lectura() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    sensor integer := 1 + (random() * 479)::integer;
BEGIN
    UPDATE sensores.ultima_lectura SET momento = now(), valor = 15 + 10 * random() WHERE sensor_id = sensor;
    IF sensor % 5 = 0 THEN
        INSERT INTO sensores.lecturas (sensor_id, momento, zona, valor) VALUES (sensor, now(), 'norte', 15 + 10 * random());
    END IF;
END $$;
COMMENT ON FUNCTION sensores.anotar_lectura() IS 'What the gateway does at each beat';

CREATE TABLE archivo.pedidos (id bigint NOT NULL, fecha date NOT NULL, importe numeric(12, 2) NOT NULL);
COMMENT ON TABLE archivo.pedidos IS 'Closed years, as children by inheritance';
CREATE TABLE archivo.pedidos_2018 (CHECK (fecha < '2019-01-01')) INHERITS (archivo.pedidos);
CREATE TABLE archivo.pedidos_2019 (CHECK (fecha >= '2019-01-01')) INHERITS (archivo.pedidos);
INSERT INTO archivo.pedidos_2018 SELECT n, date '2018-01-01' + n % 365, n % 700 FROM generate_series(1, 10000) AS n;
INSERT INTO archivo.pedidos_2019 SELECT n, date '2019-01-01' + n % 365, n % 700 FROM generate_series(10001, 20000) AS n;
CREATE RULE solo_lectura AS ON DELETE TO archivo.pedidos DO INSTEAD NOTHING;

-- Where the extension is missing or does not load, a wrapper without a handler stands in: the table can be described, not read.
RESET ROLE;
DO $$
BEGIN
    CREATE EXTENSION postgres_fdw;
    CREATE SERVER historico FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example.org', port '5432', dbname 'historico');
EXCEPTION WHEN OTHERS THEN
    CREATE FOREIGN DATA WRAPPER remoto;
    CREATE SERVER historico FOREIGN DATA WRAPPER remoto;
END $$;
GRANT USAGE ON FOREIGN SERVER historico TO ncorrea;
SET ROLE ncorrea;
CREATE FOREIGN TABLE archivo.pedidos_historicos (id bigint NOT NULL, fecha date, importe numeric(12, 2)) SERVER historico;
COMMENT ON FOREIGN TABLE archivo.pedidos_historicos IS 'Lives on another server, which is not there in the demo';

GRANT SELECT ON ALL TABLES IN SCHEMA sensores, archivo TO lectura;
REVOKE ALL ON FUNCTION sensores.anotar_lectura() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sensores.anotar_lectura() TO pasarela;
