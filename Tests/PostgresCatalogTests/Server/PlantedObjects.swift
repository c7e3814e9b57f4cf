/// Functions, operators, types and tables that an unqualified question would meet first; calling one is an error.
enum PlantedObjects {
    /// - Parameter role: a new role that finds them first.
    static func sql(role: String) -> String {
        """
        CREATE ROLE \(role) LOGIN;
        ALTER ROLE \(role) SET search_path = planted, pg_catalog;
        CREATE SCHEMA planted;
        GRANT USAGE ON SCHEMA planted TO PUBLIC;
        DO $do$
        DECLARE f record;
          t text;
          o text;
        BEGIN
          FOR f IN SELECT DISTINCT p.proname, pg_get_function_identity_arguments(p.oid) AS arguments
            FROM pg_proc p
            WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' AND p.provariadic = 0
              AND pg_get_function_identity_arguments(p.oid) !~ 'OUT'
              AND NOT EXISTS (SELECT FROM unnest(p.proargtypes) a JOIN pg_type t ON t.oid = a WHERE t.typtype = 'p')
          LOOP
            EXECUTE format(
              'CREATE FUNCTION planted.%I(%s) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN RAISE ''planted''; END $f$', f.proname,
              f.arguments);
          END LOOP;
          FOREACH t IN ARRAY ARRAY['oid', 'name', 'text', '"char"', 'int2', 'int4', 'int8'] LOOP
            EXECUTE format(
              'CREATE FUNCTION planted.trap(%1$s, %1$s) RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN RAISE ''planted''; END $f$', t);
            FOREACH o IN ARRAY ARRAY['=', '<>', '>', '<', '>=', '<=', '*', '+', '-', '||', '~', '!~', '~~'] LOOP
              EXECUTE format('CREATE OPERATOR planted.%1$s (LEFTARG = %2$s, RIGHTARG = %2$s, FUNCTION = planted.trap)', o, t);
            END LOOP;
          END LOOP;
          FOREACH t IN ARRAY ARRAY['pg_class', 'pg_namespace', 'pg_database', 'pg_attribute', 'pg_index', 'pg_constraint', 'pg_roles',
            'pg_attrdef', 'pg_description', 'pg_inherits', 'pg_am', 'pg_auth_members', 'pg_collation', 'pg_type'] LOOP
            EXECUTE format('CREATE TABLE planted.%I AS SELECT 1::oid AS oid', t);
            EXECUTE format('GRANT SELECT ON planted.%I TO PUBLIC', t);
          END LOOP;
          FOREACH t IN ARRAY ARRAY['regclass', 'int8', 'text', '"char"', 'int2'] LOOP
            EXECUTE format('CREATE DOMAIN planted.%s AS integer', t);
          END LOOP;
        END $do$;
        """
    }
}
