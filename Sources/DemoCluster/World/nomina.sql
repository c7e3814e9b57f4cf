-- Database nomina: closed to lectura.
SET ROLE ncorrea;
CREATE SCHEMA rrhh;
CREATE TABLE rrhh.empleados (id integer PRIMARY KEY, nombre text NOT NULL, sueldo numeric(10, 2) NOT NULL);
INSERT INTO rrhh.empleados SELECT n, 'Empleado ' || n, 20000 + n * 10 FROM generate_series(1, 500) AS n;
