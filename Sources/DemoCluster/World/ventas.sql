-- Database 1245, schema ventas: rows first, then indexes and foreign keys, which is the quick way round.
SET ROLE ncorrea;
SELECT setseed(0.2);

CREATE TABLE ventas.clientes (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nombre text NOT NULL,
    correo public.correo,
    ciudad_id integer NOT NULL,
    domicilio public.direccion,
    alta date NOT NULL DEFAULT CURRENT_DATE,
    descuento public.porcentaje NOT NULL,
    activo boolean NOT NULL DEFAULT true,
    etiquetas text[] NOT NULL DEFAULT '{}',
    notas text,
    CONSTRAINT clientes_nombre_no_vacio CHECK (btrim(nombre) <> '')
);
COMMENT ON TABLE ventas.clientes IS 'Customers; nobody is ever deleted, see activo';
COMMENT ON COLUMN ventas.clientes.descuento IS 'Percent off the list price';
COMMENT ON COLUMN ventas.clientes.domicilio IS 'Dirección de envío';
INSERT INTO ventas.clientes (nombre, correo, ciudad_id, domicilio, alta, descuento, activo, etiquetas)
SELECT
    (ARRAY['Ana', 'Bruno', 'Carmen', 'Diego', 'Élodie', 'Fátima', 'Güneş', 'Héctor'])[1 + n % 8] || ' '
        || (ARRAY['García', 'López', 'Núñez', 'Oliveira', 'Şahin', 'Tanaka', 'Ueda', 'Weiß'])[1 + n / 8 % 8] || ' ' || n,
    'cliente' || n || '@example.org', 1 + n % 200, ROW('Calle ' || n % 97, n % 120, lpad((n % 52000)::text, 5, '0')::character(5), 'Madrid')::public.direccion,
    CURRENT_DATE - n % 2000, n % 16, n % 11 <> 0, CASE WHEN n % 5 = 0 THEN ARRAY['vip', 'norte'] ELSE ARRAY['web'] END
FROM generate_series(1, 20000) AS n;

CREATE TABLE ventas.productos (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    referencia character varying(20) NOT NULL,
    nombre text NOT NULL,
    precio numeric(10, 2) NOT NULL CHECK (precio >= 0),
    iva public.porcentaje NOT NULL DEFAULT 21,
    precio_con_iva numeric GENERATED ALWAYS AS (round(precio * (1 + iva::numeric / 100), 2)) STORED,
    atributos jsonb NOT NULL DEFAULT '{}',
    busqueda tsvector GENERATED ALWAYS AS (to_tsvector('simple', nombre)) STORED,
    foto bytea,
    modificado timestamp with time zone NOT NULL DEFAULT now()
);
COMMENT ON TABLE ventas.productos IS 'Catálogo de productos';
COMMENT ON COLUMN ventas.productos.precio_con_iva IS 'Computed by the server';
ALTER TABLE ventas.productos ALTER COLUMN foto SET STORAGE EXTERNAL;
ALTER TABLE ventas.productos ALTER COLUMN nombre SET STATISTICS 500;
INSERT INTO ventas.productos (referencia, nombre, precio, atributos)
SELECT 'REF-' || lpad(n::text, 6, '0'), (ARRAY['Sonda', 'Válvula', 'Cable', 'Módulo', 'Pasarela'])[1 + n % 5] || ' modelo ' || n,
    round((5 + random() * 495)::numeric, 2), jsonb_build_object('color', (ARRAY['rojo', 'azul', 'gris'])[1 + n % 3], 'peso_g', 50 + n % 900)
FROM generate_series(1, 3000) AS n;

CREATE SEQUENCE ventas.folio START 100000 INCREMENT 5 CACHE 20;
COMMENT ON SEQUENCE ventas.folio IS 'Invoice numbers, in steps of five';

CREATE TABLE ventas.pedidos (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cliente_id integer NOT NULL,
    estado public.estado_pedido NOT NULL DEFAULT 'borrador',
    fecha timestamp with time zone NOT NULL DEFAULT now(),
    entrega date,
    folio bigint DEFAULT nextval('ventas.folio'),
    importe numeric(12, 2) NOT NULL DEFAULT 0,
    observaciones text,
    CONSTRAINT pedidos_entrega_posterior CHECK (entrega IS NULL OR entrega >= '2000-01-01')
);
COMMENT ON TABLE ventas.pedidos IS 'Orders, from draft to delivery';
COMMENT ON COLUMN ventas.pedidos.estado IS 'borrador → confirmado → enviado → entregado';
INSERT INTO ventas.pedidos (cliente_id, estado, fecha, entrega, importe)
SELECT 1 + (n * 7919::bigint) % 20000, (enum_range(NULL::public.estado_pedido))[1 + least(4, (random() * 6)::integer)],
    now() - (60000 - n) * interval '11 minutes', CASE WHEN n % 3 > 0 THEN CURRENT_DATE - (60000 - n) / 130 END, round((random() * 1500)::numeric, 2)
FROM generate_series(1, 60000) AS n;

CREATE TABLE ventas.lineas_pedido (
    pedido_id bigint NOT NULL,
    linea smallint NOT NULL,
    producto_id integer NOT NULL,
    cantidad integer NOT NULL DEFAULT 1,
    precio numeric(10, 2) NOT NULL
);
COMMENT ON TABLE ventas.lineas_pedido IS 'Lines of an order';
INSERT INTO ventas.lineas_pedido
SELECT 1 + n / 2, 1 + n % 2, 1 + n % 3000, 1 + n % 7, 10 + n % 400 FROM generate_series(0, 119999) AS n;

CREATE TABLE ventas.promociones (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nombre text NOT NULL,
    vigencia daterange NOT NULL,
    descuento public.porcentaje NOT NULL,
    EXCLUDE USING gist (vigencia WITH &&)
);
INSERT INTO ventas.promociones (nombre, vigencia, descuento)
SELECT 'Campaña ' || n, daterange(date '2024-01-01' + n * 30, date '2024-01-01' + n * 30 + 20), 5 + n % 20 FROM generate_series(1, 24) AS n;

CREATE TABLE ventas.comisiones (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    comercial text NOT NULL,
    importe numeric(12, 2) NOT NULL
);
COMMENT ON TABLE ventas.comisiones IS 'Not for readers: lectura may see that it is there, not what is in it';
INSERT INTO ventas.comisiones (comercial, importe) SELECT 'comercial ' || n, n * 10 FROM generate_series(1, 40) AS n;

CREATE TABLE ventas.cartera (
    cliente_id integer NOT NULL,
    gestor name NOT NULL DEFAULT CURRENT_USER,
    PRIMARY KEY (cliente_id, gestor)
);
ALTER TABLE ventas.cartera ENABLE ROW LEVEL SECURITY;
CREATE POLICY propia ON ventas.cartera FOR SELECT TO lectura, analistas USING (gestor = CURRENT_USER);
INSERT INTO ventas.cartera SELECT n, CASE WHEN n % 2 = 0 THEN 'lectura' ELSE 'otro' END FROM generate_series(1, 400) AS n;

ALTER TABLE ventas.lineas_pedido ADD PRIMARY KEY (pedido_id, linea);
ALTER TABLE ventas.lineas_pedido ADD CONSTRAINT lineas_pedido_cantidad CHECK (cantidad > 0);
ALTER TABLE ventas.lineas_pedido ADD FOREIGN KEY (pedido_id) REFERENCES ventas.pedidos ON DELETE CASCADE;
ALTER TABLE ventas.lineas_pedido ADD FOREIGN KEY (producto_id) REFERENCES ventas.productos;
ALTER TABLE ventas.pedidos ADD FOREIGN KEY (cliente_id) REFERENCES ventas.clientes DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ventas.clientes ADD FOREIGN KEY (ciudad_id) REFERENCES public.ciudades ON UPDATE CASCADE;
ALTER TABLE ventas.cartera ADD FOREIGN KEY (cliente_id) REFERENCES ventas.clientes NOT VALID;
CREATE UNIQUE INDEX clientes_correo_key ON ventas.clientes (lower(correo));
CREATE INDEX clientes_activos ON ventas.clientes (ciudad_id) INCLUDE (nombre) WHERE activo;
CREATE UNIQUE INDEX productos_referencia_key ON ventas.productos (referencia);
CREATE INDEX productos_atributos ON ventas.productos USING gin (atributos jsonb_path_ops);
CREATE INDEX productos_busqueda ON ventas.productos USING gin (busqueda);
CREATE INDEX pedidos_cliente_fecha ON ventas.pedidos (cliente_id, fecha DESC NULLS LAST);
CREATE INDEX pedidos_abiertos_fecha ON ventas.pedidos (fecha) WHERE estado IN ('borrador', 'confirmado');
CREATE INDEX lineas_pedido_producto ON ventas.lineas_pedido (producto_id);
COMMENT ON INDEX ventas.clientes_correo_key IS 'One account an address, whatever the case';
CREATE INDEX clientes_etiquetas ON ventas.clientes USING gin (etiquetas);
CREATE TRIGGER productos_marca BEFORE UPDATE ON ventas.productos FOR EACH ROW EXECUTE FUNCTION public.marcar_cambio();
CREATE STATISTICS ventas.pedidos_cliente_estado (dependencies, ndistinct) ON cliente_id, estado FROM ventas.pedidos;

CREATE VIEW ventas.pedidos_abiertos AS
SELECT p.id, c.nombre AS cliente, p.estado, p.fecha, p.importe
FROM ventas.pedidos AS p JOIN ventas.clientes AS c ON c.id = p.cliente_id
WHERE p.estado IN ('borrador', 'confirmado');
COMMENT ON VIEW ventas.pedidos_abiertos IS 'Orders that still wait for something';
CREATE MATERIALIZED VIEW ventas.ventas_mensuales AS
SELECT date_trunc('month', fecha)::date AS mes, count(*) AS pedidos, sum(importe) AS importe FROM ventas.pedidos GROUP BY 1;
CREATE UNIQUE INDEX ventas_mensuales_mes ON ventas.ventas_mensuales (mes);
COMMENT ON MATERIALIZED VIEW ventas.ventas_mensuales IS 'Refreshed at night';

GRANT SELECT ON ALL TABLES IN SCHEMA ventas TO lectura;
REVOKE ALL ON ventas.comisiones FROM lectura;
GRANT SELECT (id, nombre, alta) ON ventas.clientes TO analistas;
GRANT SELECT, UPDATE ON ventas.productos TO pasarela;
