-- Roles and databases, as a superuser in database postgres. :password is lectura's.
CREATE ROLE ncorrea CREATEDB CREATEROLE;
CREATE ROLE lectura LOGIN PASSWORD :'password' CONNECTION LIMIT 20;
CREATE ROLE analistas;
CREATE ROLE pasarela LOGIN;
CREATE ROLE auditoria LOGIN REPLICATION VALID UNTIL '2031-01-01 00:00:00+00';
GRANT analistas TO lectura;
COMMENT ON ROLE ncorrea IS 'Responsable de los datos; owner of every database here';
COMMENT ON ROLE lectura IS 'Read-only access for the application';
COMMENT ON ROLE pasarela IS 'Gateway that writes the readings';

CREATE DATABASE "1245" OWNER ncorrea;
CREATE DATABASE "2207" OWNER ncorrea;
CREATE DATABASE nomina OWNER ncorrea CONNECTION LIMIT 5;

SET ROLE ncorrea;
REVOKE ALL ON DATABASE "1245" FROM PUBLIC;
REVOKE ALL ON DATABASE "2207" FROM PUBLIC;
REVOKE ALL ON DATABASE nomina FROM PUBLIC;
GRANT CONNECT ON DATABASE "1245" TO lectura, pasarela;
GRANT CONNECT ON DATABASE "2207" TO lectura;
COMMENT ON DATABASE "1245" IS 'Ventas y sensores: sales and sensor readings';
COMMENT ON DATABASE "2207" IS 'Canales de medida, one table a channel';
COMMENT ON DATABASE nomina IS 'Nóminas: payroll, closed to readers';
RESET ROLE;
