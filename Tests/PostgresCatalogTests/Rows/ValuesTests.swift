import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("The values of a page of rows") struct ValuesTests {
    /// One of each category of pg_type, and of each type that has a way of its own.
    private static let literals: [(type: String, literal: String)] = [
        ("boolean", "true"), ("smallint", "-7"), ("bigint", "9223372036854775807"), ("numeric(40,20)", "1.5"), ("real", "'NaN'"),
        ("double precision", "0.1::float8 + 0.2"), ("money", "12"), ("oid", "42"), ("regclass", "'pg_class'"), ("\"char\"", "'x'"),
        ("name", "'n'"),
        ("character(6)", "'ab'"), ("varchar(9)", "'a|b'"), ("text", "'née =:'"), ("date", "'2024-02-29'"), ("time", "'24:00'"),
        ("timestamptz", "'infinity'"), ("timestamp", "'0044-03-15 12:00 BC'"), ("interval", "'1 mon -3 days'"),
        ("uuid", "'00000000-0000-0000-0000-00000000002a'"),
        ("inet", "'192.0.2.7/24'"), ("macaddr", "'08:00:2b:01:02:03'"), ("bit(5)", "'10101'"), ("varbit", "''"), ("point", "'1,2'"),
        ("polygon", "'(0,0),(1,1)'"),
        ("tsvector", "'a b'"), ("tsquery", "'a & b'"), ("xml", "'<a b=\"c\"/>'"), ("json", "'{\"a\" : 1,\"a\":2}'"),
        ("jsonb", "'{\"a\" : 1}'"),
        ("jsonpath", "'$.a'"), ("int[]", "'{1,NULL,3}'"), ("text[]", "'{a,\"\",NULL}'"), ("int4range", "'[1,5)'"), ("mood", "'so so'"),
        ("pair", "'(1,)'"),
        ("positive", "5"), ("word", "'w'"), ("pg_lsn", "'16/B374D848'"), ("txid_snapshot", "'10:20:10,14'"), ("record_of", "'(,)'"),
    ]
    private static let types = """
        CREATE TYPE mood AS ENUM ('so so'); CREATE TYPE pair AS (a integer, b text); CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        CREATE DOMAIN word AS text; CREATE TYPE record_of AS (a integer, b integer);
        """

    @Test("a value of every type is the text that psql prints, and NULL is none") func everyType() throws {
        // A server may be built without libxml; it has the type then, but no value of it.
        let hasXML = (try? TestServer.shared().runSQL("SELECT xml '<a/>'")) != nil
        let literals = Self.literals.filter { hasXML || $0.type != "xml" }
        let columns = literals.enumerated().map { "v\($0) \($1.type)" }.joined(separator: ", ")
        let values = literals.map { "\($0.literal)" }.joined(separator: ", ")
        let scene = try RowsScene(
            "\(Self.types) CREATE TABLE t (\(columns)); INSERT INTO t SELECT \(values); INSERT INTO t DEFAULT VALUES;")
        let page = try scene.page("t")
        #expect(page.rows.count == 2)
        for (index, type) in literals.map(\.type).enumerated() {
            let printed = try scene.psql("SELECT v\(index) FROM t;")
            #expect([page.rows[0].values[index]?.text, page.rows[1].values[index]?.text] == [printed[0], nil], "\(type)")
            #expect(printed[1] == "\u{1}")
        }
        #expect(page.rows.allSatisfy { $0.values.allSatisfy { $0?.isCut != true } })
    }

    @Test("the empty text, the word NULL and NULL are three things") func emptyAndNull() throws {
        let scene = try RowsScene("CREATE TABLE t (v text); INSERT INTO t VALUES (''), ('NULL'), (NULL);")
        #expect(try scene.page("t").rows.map(\.texts) == [[""], ["NULL"], [nil]])
    }

    @Test(
        "a value of more than two kilobytes comes as its head with its length, and no character is cut in half",
        arguments: ["x", "é", "消", "🎲"])
    func heads(_ character: String) throws {
        let scene = try RowsScene(
            """
            CREATE TABLE t (id integer PRIMARY KEY, v text, j jsonb, f json);
            INSERT INTO t SELECT n, repeat('\(character)', n), to_jsonb(repeat('\(character)', n)), to_json(repeat('\(character)', n))
            FROM unnest(ARRAY[10, 2048, 2049, 100000]) n;
            """)
        let page = try scene.page("t")
        let size = character.utf8.count
        for (row, count) in zip(page.rows, [10, 2048, 2049, 100_000]) {
            for (value, quotes) in zip(row.values.dropFirst().map { $0! }, [0, 2, 2]) {
                let length = count * size + quotes
                #expect(value.wholeLength == (length > RowPageQuery.valueBytes ? length : nil))
                #expect(value.text.utf8.count <= RowPageQuery.valueBytes)
                #expect(value.text.utf8.count >= min(length, RowPageQuery.valueBytes / 4))
                #expect(value.text.allSatisfy { $0 == Character(character) || $0 == "\"" })
            }
        }
    }

    @Test("bytea comes as hexadecimal digits of its head, whatever bytea_output is") func bytes() throws {
        let scene = try RowsScene(
            """
            CREATE TABLE t (v bytea); INSERT INTO t VALUES ('\\x'), ('\\x00ff10'), (NULL), (convert_to(repeat('a', 5000), 'UTF8'));
            DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET bytea_output = escape', current_database()); END $$;
            """)
        let rows = try scene.page("t").rows
        #expect(rows.prefix(3).map(\.texts) == [[""], ["00ff10"], [nil]])
        #expect(rows[3].values[0] == Datum(String(repeating: "61", count: 1024), wholeLength: 5000))
    }

    @Test("a cast to text that another role planted is never called") func plantedCast() throws {
        let scene = try RowsScene(
            """
            CREATE TYPE pair AS (a integer, b text);
            CREATE FUNCTION trap(pair) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE ''planted''; END';
            CREATE CAST (pair AS text) WITH FUNCTION trap(pair);
            CREATE TABLE t (v pair); INSERT INTO t VALUES ('(1,x)');
            """)
        #expect(throws: (any Error).self) { try scene.psql("SELECT v::text FROM t;") }
        #expect(try scene.page("t").rows.map(\.texts) == [["(1,x)"]])
    }

    @Test("1600 columns, each longer than its share, still make a page of less than a megabyte") func manyColumns() throws {
        let scene = try RowsScene(
            """
            DO $$ BEGIN
              EXECUTE 'CREATE TABLE t (' || (SELECT string_agg('c' || n || ' text', ', ') FROM generate_series(1, 1600) n) || ')';
              EXECUTE 'CREATE VIEW wide AS SELECT ' || (SELECT string_agg('repeat(''z'', 3000) AS c' || n, ', ') FROM generate_series(1, 1600) n)
                || ' FROM generate_series(1, 20)';
            END $$;
            INSERT INTO t (c1, c1600) VALUES ('first', 'last');
            """)
        let row = try #require(try scene.page("t").rows.first)
        #expect(row.values.count == 1600)
        #expect(row.texts.compactMap(\.self) == ["first", "last"])
        let wide = try scene.page("wide")
        #expect((1..<10).contains(wide.rows.count))
        #expect(wide.hasNext)
        #expect(wide.rows[0].values.allSatisfy { $0?.wholeLength == 3000 })
    }

    @Test("a page of megabyte values is less than a megabyte on the wire, and the first query with it") func pageSize() throws {
        let scene = try RowsScene(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c jsonb, d bytea);
            INSERT INTO t SELECT n, v, v, to_jsonb(v), convert_to(v, 'UTF8')
            FROM generate_series(1, 60) n, repeat('0123456789abcdef', 65536) v;
            CREATE VIEW many AS SELECT t.*, a AS e, a AS f, a AS g, a AS h, a AS i, a AS j, a AS k, a AS l FROM t, generate_series(1, 5);
            """)
        let link = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { link.stop() }
        // Size is what counts here, on a machine of any speed.
        let patient = UnitLimits(statement: .seconds(60), lock: .seconds(60), deadline: .seconds(90))
        for relation in ["t", "many"] {
            let oid = try scene.oid(relation)
            link.resetStatistics()
            let page = try scene.run(through: link) { connection in
                try await connection.ask(RowPageQuery(try await connection.source(of: oid)), limits: patient).get()
            }
            #expect(page.rows.count > 20)
            #expect(page.hasNext || page.rows.count == 60)
            #expect(page.rows.allSatisfy { row in row.values.dropFirst().allSatisfy { $0!.isCut } })
            #expect(link.statistics.bytesDown < 1_000_000)
        }
    }
}
