CREATE TABLE measured (a integer, b integer, c text, "Odd Column" date);
CREATE STATISTICS measured_all ON a, b FROM measured;
CREATE STATISTICS measured_distinct (ndistinct) ON a, b, c FROM measured;
CREATE STATISTICS measured_dependencies (dependencies) ON b, "Odd Column" FROM measured;
CREATE STATISTICS elsewhere.measured_mcv (mcv, ndistinct) ON a, c FROM measured;
CREATE STATISTICS "Odd ""Statistics"" ü" (mcv) ON a, b FROM measured;
ALTER STATISTICS measured_distinct SET STATISTICS 99;
ALTER STATISTICS measured_dependencies SET STATISTICS 0;
COMMENT ON STATISTICS measured_all IS 'all there is';
ALTER STATISTICS measured_all OWNER TO fixture_owner;
\if :since14
    CREATE STATISTICS measured_expression ON (a + b) FROM measured;
    CREATE STATISTICS measured_expressions (mcv, dependencies) ON a, (lower(c)), (b * 2) FROM measured;
\endif
CREATE TABLE elsewhere.measured_too (b integer, c integer);
CREATE STATISTICS elsewhere.of_two ON c, b FROM elsewhere.measured_too;
