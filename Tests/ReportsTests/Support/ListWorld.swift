/// Relations of every kind under names of every sort, some twice in other schemas, and roles and privileges beside them.
enum ListWorld {
    static let database = "Lists \u{F1} \"x\""

    static let schemas = ["public", "ventas", "Mixed Case", "a.b", "\u{F1}and\u{FA}", "we\"ird", "$dollar", "[brackets]"]

    static let tables = [
        "film", "film_actor", "Film", "FILM", "filmstrip", "a.b", "a", "b", "ab", "aab", "with space", "quo\"te", "$", "a$b", "[]", "a[1]",
        "(x|y)",
        "x|y", "star*", "que?stion", "back\\slash", "plus+", "curly{2}", "\u{E9}t\u{E9}", "e\u{301}te\u{301}", "\u{6771}\u{4EAC}",
        "new\nline",
        "tab\tstop", "caret^", "dot.", ".dot", "under_score", "UPPER lower", "1245", "\u{200F}rtl", "emoji\u{1F600}", "it's", "semi;colon",
    ]

    static let roles = """
        CREATE ROLE "list Owner" NOLOGIN;
        CREATE ROLE "list,mem\\"ber" LOGIN CONNECTION LIMIT 1 VALID UNTIL '2031-02-03 04:05:06+00';
        CREATE ROLE list_all SUPERUSER CREATEDB CREATEROLE REPLICATION BYPASSRLS NOINHERIT CONNECTION LIMIT 0;
        CREATE ROLE list_lectura LOGIN CONNECTION LIMIT 7;
        CREATE ROLE "NULL" NOLOGIN;
        GRANT "list Owner", "NULL", pg_monitor TO "list,mem""ber";
        GRANT list_all TO list_lectura;
        COMMENT ON ROLE list_all IS E'may do\\nall';
        CREATE DATABASE list_closed;
        REVOKE CONNECT ON DATABASE list_closed FROM PUBLIC;
        GRANT CONNECT ON DATABASE list_closed TO "list Owner" WITH GRANT OPTION;
        COMMENT ON DATABASE list_closed IS 'closed \u{6771}';
        """.replacing("mem\\\"ber", with: "mem\"\"ber")

    static var objects: String {
        var statements = schemas.dropFirst().map { "CREATE SCHEMA \(quoted($0));" }
        for (index, table) in tables.enumerated() {
            for schema in schemas where schema == "public" || (index + schema.utf8.count).isMultiple(of: 3) {
                statements.append("CREATE TABLE \(quoted(schema)).\(quoted(table)) (id int);")
            }
        }
        return statements.joined(separator: "\n") + rest
    }

    private static let rest = """

        CREATE TABLE ventas.keyed (id int PRIMARY KEY, note text);
        INSERT INTO ventas.keyed SELECT n, repeat('x', 200) FROM generate_series(1, 500) n;
        COMMENT ON TABLE ventas.keyed IS E'two\\nlines';
        CREATE UNLOGGED TABLE public.unlogged (id serial);
        CREATE VIEW public.a_view AS SELECT 1 AS one;
        CREATE MATERIALIZED VIEW ventas.a_matview AS SELECT 1 AS one;
        CREATE TABLE public.parted (id int PRIMARY KEY) PARTITION BY RANGE (id);
        CREATE TABLE public.parted_1 PARTITION OF public.parted FOR VALUES FROM (0) TO (10);
        CREATE FOREIGN DATA WRAPPER list_wrapper;
        CREATE SERVER list_server FOREIGN DATA WRAPPER list_wrapper;
        CREATE FOREIGN TABLE public.far (id int) SERVER list_server;
        CREATE SEQUENCE ventas."Seq";
        CREATE TYPE public.composite AS (a int);
        CREATE INDEX "Odd Index" ON ventas.keyed (note);
        ALTER TABLE public.film OWNER TO "list Owner";
        GRANT USAGE ON SCHEMA ventas TO list_lectura;
        """

    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
