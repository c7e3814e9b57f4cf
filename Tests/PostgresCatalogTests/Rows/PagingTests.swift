import PostgresCatalog
import PostgresClient
import Testing

@Suite("Paging by the primary key") struct PagingTests {
    /// A table, the columns of its key, and what makes its rows.
    private static let tables: [(table: String, key: String, sql: String)] = [
        (
            "single", "id",
            "CREATE TABLE single (id bigint PRIMARY KEY, v text); INSERT INTO single SELECT n * 7 % 1009, n FROM generate_series(1, 1008) n"
        ),
        (
            "composite", "b, a, c",
            """
            CREATE TABLE composite (v text, a text, b date, c numeric, PRIMARY KEY (b, a, c));
            INSERT INTO composite SELECT n, chr(97 + n % 5), date '2024-01-01' + n % 7, (n / 35)::numeric / 10 FROM generate_series(1, 900) n
            """
        ),
        (
            "odd", "m, r, x",
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy'); CREATE DOMAIN code AS bytea;
            CREATE TABLE odd (m mood, r int4range, x code, PRIMARY KEY (m, r, x));
            INSERT INTO odd SELECT (enum_range(NULL::mood))[1 + n % 3], int4range(n % 4, n % 4 + 2), int4send(n) FROM generate_series(1, 700) n
            """
        ),
        (
            "stamps", "at, f",
            """
            CREATE TABLE stamps (f double precision, at timestamptz, PRIMARY KEY (at, f));
            INSERT INTO stamps SELECT n / 3.0, timestamptz '2024-01-01' + (n / 10) * interval '1.5 s' FROM generate_series(1, 500) n
            """
        ),
        (
            "parts", "k, id",
            """
            CREATE TABLE parts (id integer, k text COLLATE "C", PRIMARY KEY (k, id)) PARTITION BY HASH (id);
            CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            INSERT INTO parts SELECT n, md5((n / 3)::text) FROM generate_series(1, 600) n
            """
        ),
        (
            "\"it's \"\"a\"\" t\"", "\"select\", \"Ünï \"\" x\"",
            """
            CREATE TABLE "it's ""a"" t" ("Ünï "" x" integer, "select" "char", PRIMARY KEY ("select", "Ünï "" x"));
            INSERT INTO "it's ""a"" t" SELECT n, chr(65 + n % 3)::"char" FROM generate_series(1, 500) n
            """
        ),
        (
            "own", "w, id",
            """
            CREATE SCHEMA elsewhere; CREATE TYPE elsewhere.w AS (n integer);
            CREATE FUNCTION elsewhere.lt(elsewhere.w, elsewhere.w) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n > ($2).n';
            CREATE FUNCTION elsewhere.le(elsewhere.w, elsewhere.w) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n >= ($2).n';
            CREATE FUNCTION elsewhere.eq(elsewhere.w, elsewhere.w) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n = ($2).n';
            CREATE FUNCTION elsewhere.ge(elsewhere.w, elsewhere.w) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n <= ($2).n';
            CREATE FUNCTION elsewhere.gt(elsewhere.w, elsewhere.w) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n < ($2).n';
            CREATE FUNCTION elsewhere.cmp(elsewhere.w, elsewhere.w) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT sign(($2).n - ($1).n)::integer';
            CREATE OPERATOR elsewhere.< (LEFTARG = elsewhere.w, RIGHTARG = elsewhere.w, FUNCTION = elsewhere.lt);
            CREATE OPERATOR elsewhere.<= (LEFTARG = elsewhere.w, RIGHTARG = elsewhere.w, FUNCTION = elsewhere.le);
            CREATE OPERATOR elsewhere.= (LEFTARG = elsewhere.w, RIGHTARG = elsewhere.w, FUNCTION = elsewhere.eq);
            CREATE OPERATOR elsewhere.>= (LEFTARG = elsewhere.w, RIGHTARG = elsewhere.w, FUNCTION = elsewhere.ge);
            CREATE OPERATOR elsewhere.> (LEFTARG = elsewhere.w, RIGHTARG = elsewhere.w, FUNCTION = elsewhere.gt);
            CREATE OPERATOR CLASS elsewhere.w_ops DEFAULT FOR TYPE elsewhere.w USING btree AS OPERATOR 1 elsewhere.<, OPERATOR 2 elsewhere.<=,
              OPERATOR 3 elsewhere.=, OPERATOR 4 elsewhere.>=, OPERATOR 5 elsewhere.>, FUNCTION 1 elsewhere.cmp(elsewhere.w, elsewhere.w);
            CREATE TABLE own (w elsewhere.w, id integer, PRIMARY KEY (w, id)); INSERT INTO own SELECT ROW(n / 7)::elsewhere.w, n FROM generate_series(1, 450) n
            """
        ),
    ]

    @Test("forward and backward, the pages together are the whole table in its order", arguments: tables.indices)
    func wholeTable(_ index: Int) throws {
        let (table, key, sql) = Self.tables[index]
        let scene = try RowsScene(sql + ";")
        let expected = try scene.psql("SELECT \(key) FROM \(table) ORDER BY \(key);")
        for backward in [false, true] {
            let pages = try scene.pages(table, backward: backward)
            #expect(pages.count > 1)
            let keys = pages.flatMap(\.rows).map { row -> String in
                guard case .key(let parts) = row.locator else { return "no key" }
                return parts.joined(separator: "|")
            }
            #expect(keys == expected.map { $0.replacing("\\x", with: "") })
            #expect(pages.first?.hasPrevious == false)
            #expect(pages.last?.hasNext == false)
            #expect(pages.dropFirst().allSatisfy { $0.hasPrevious })
            #expect(pages.dropLast().allSatisfy { $0.hasNext })
        }
    }

    @Test("a page uses the index of the key") func usesIndex() throws {
        let scene = try RowsScene(
            "CREATE TABLE t (a integer, b integer, PRIMARY KEY (a, b)); INSERT INTO t SELECT n % 100, n FROM generate_series(1, 50000) n; ANALYZE t;"
        )
        let source = try scene.source("t")
        let statement = RowPageQuery(source, .after(["50", "20050"])).statement(on: ServerVersion(major: 15))
        let plan = try scene.psql("PREPARE page AS \(statement.sql); EXPLAIN EXECUTE page (50, 20050);")
        #expect(plan.contains { $0.contains("Index Only Scan using t_pkey") })
        #expect(plan.contains { $0.contains("Index Cond: (ROW(a, b) > ROW(50, 20050))") })
    }

    @Test("without a primary key there is the first page, and it says that more follows") func noKey() throws {
        let scene = try RowsScene(
            """
            CREATE TABLE t (id integer); INSERT INTO t SELECT generate_series(1, 1000);
            CREATE VIEW v AS SELECT * FROM t; CREATE MATERIALIZED VIEW m AS SELECT * FROM t; CREATE SEQUENCE s; CREATE TABLE few AS SELECT 1 AS id;
            """)
        for relation in ["t", "v", "m"] {
            #expect(try scene.source(relation).paging == .firstPage(.noPrimaryKey))
            let page = try scene.page(relation)
            #expect(page.rows.count == RowPageQuery.mostRows)
            #expect(page.hasNext && !page.hasPrevious)
        }
        #expect(try !scene.page("few").hasNext)
        let sequence = try scene.page("s")
        #expect(sequence.columns.map(\.name) == ["last_value", "log_cnt", "is_called"])
        #expect(sequence.rows.map(\.texts) == [["1", "0", "f"]])
    }

    @Test("a key whose text may stand for several values is not gone on from") func ambiguousKey() throws {
        let scene = try RowsScene("CREATE TABLE t (f regproc PRIMARY KEY); INSERT INTO t SELECT oid FROM pg_proc ORDER BY oid LIMIT 300;")
        #expect(try scene.source("t").paging == .firstPage(.ambiguousKey))
        #expect(try scene.page("t").rows.count == RowPageQuery.mostRows)
    }

    @Test("an empty table has an empty page with nothing before and after it") func empty() throws {
        let scene = try RowsScene("CREATE TABLE t (id integer PRIMARY KEY);")
        for position in [PagePosition.first, .last] {
            let page = try scene.page("t", position)
            #expect(page.rows.isEmpty && !page.hasNext && !page.hasPrevious)
        }
    }
}
