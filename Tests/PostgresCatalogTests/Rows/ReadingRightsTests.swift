import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("What may be read of a relation's rows") struct ReadingRightsTests {
    private static let world = """
        CREATE SCHEMA shut; CREATE TABLE shut.t (id integer);
        CREATE TABLE none (id integer PRIMARY KEY); CREATE TABLE part (id integer PRIMARY KEY, open text, secret text);
        INSERT INTO part VALUES (1, 'seen', 'unseen');
        CREATE TABLE keyless (id integer PRIMARY KEY, open text); INSERT INTO keyless VALUES (1, 'seen');
        CREATE TABLE own_rows (id integer PRIMARY KEY, owner text); ALTER TABLE own_rows ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON own_rows USING (owner = current_user); INSERT INTO own_rows VALUES (1, 'nobody');
        CREATE TABLE bare (); CREATE TYPE pair AS (a integer); CREATE INDEX i ON part (open);
        CREATE MATERIALIZED VIEW hollow AS SELECT 1 AS one WITH NO DATA; CREATE VIEW v AS SELECT * FROM part;
        CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE far (id integer) SERVER s;
        CREATE TABLE parent (id integer) PARTITION BY LIST (id); CREATE TABLE middle PARTITION OF parent FOR VALUES IN (1) PARTITION BY LIST (id);
        CREATE FOREIGN TABLE leaf PARTITION OF middle FOR VALUES IN (1) SERVER s;
        """

    @Test("a role learns which right is missing before anything is read, and reads the columns it may") func rights() throws {
        let scene = try RowsScene(Self.world)
        let reader = try scene.role {
            "GRANT SELECT (id, open) ON part TO \($0); GRANT SELECT (open) ON keyless TO \($0); GRANT SELECT ON own_rows TO \($0);"
        }
        #expect(try scene.source("shut.t", user: reader).obstacle == .noUsage)
        #expect(try scene.source("none", user: reader).obstacle == .noSelect)

        let some = try scene.source("part", user: reader)
        #expect(some.obstacle == nil && !some.facts.maySelect)
        #expect(some.hidden.map(\.name) == ["secret"])
        #expect(try scene.page("part", user: reader).rows == [DataRow(values: [Datum("1"), Datum("seen")], locator: .key(["1"]))])

        #expect(try scene.source("keyless", user: reader).paging == .firstPage(.hiddenKey))
        #expect(try scene.page("keyless", user: reader).rows == [DataRow(values: [Datum("seen")], locator: .place(0))])

        #expect(try scene.source("own_rows", user: reader).facts.hasRowSecurity)
        #expect(try !scene.source("own_rows").facts.hasRowSecurity)
        #expect(try scene.page("own_rows", user: reader).rows.isEmpty)
        #expect(try scene.page("own_rows").rows.count == 1)
    }

    @Test("what holds no rows says so") func obstacles() throws {
        let scene = try RowsScene(Self.world)
        #expect(try scene.source("i").obstacle == .holdsNoRows)
        #expect(try scene.source("pair").obstacle == .holdsNoRows)
        #expect(try scene.source("bare").obstacle == .noColumns)
        #expect(try scene.source("hollow").obstacle == .notPopulated)
        #expect(try scene.source("part").obstacle == nil)
    }

    @Test("only a superuser's reading of a view or a foreign table, at whatever depth, wants consent") func consent() throws {
        let scene = try RowsScene(Self.world)
        let reader = try scene.role { "GRANT SELECT ON ALL TABLES IN SCHEMA public TO \($0);" }
        for relation in ["v", "far", "parent", "middle", "leaf"] {
            #expect(try scene.source(relation).wantsConsent, "\(relation)")
            #expect(try !scene.source(relation, user: reader).wantsConsent)
        }
        for relation in ["part", "hollow"] { #expect(try !scene.source(relation).wantsConsent) }
    }

    @Test("a lock and a view without an end run into their limits") func limits() throws {
        let scene = try RowsScene("CREATE TABLE held (id integer); CREATE VIEW endless AS SELECT pg_sleep(60)::text;")
        let lock = try HeldLock(on: "held", of: scene.database, scene.cluster)
        defer { lock.release() }
        #expect(try scene.source("held").obstacle == nil)
        let behindLock = #expect(throws: PostgresError.self, performing: { try scene.page("held") })
        #expect(behindLock?.sqlState == "55P03")
        let oid = try scene.oid("endless")
        let brief = UnitLimits(statement: .milliseconds(100), lock: .milliseconds(100), deadline: .seconds(20))
        let tooSlow = #expect(throws: PostgresError.self) {
            try scene.run { connection in
                try await connection.ask(RowPageQuery(try await connection.source(of: oid)), limits: brief).get()
            }
        }
        #expect(tooSlow?.sqlState == "57014")
    }

    @Test("the reading of rows is a reading: a view that writes fails") func readOnly() throws {
        let scene = try RowsScene(
            """
            CREATE TABLE log (n integer); CREATE FUNCTION note() RETURNS integer LANGUAGE sql AS 'INSERT INTO log VALUES (1) RETURNING n';
            CREATE VIEW writes AS SELECT note();
            """)
        let error = #expect(throws: PostgresError.self, performing: { try scene.page("writes") })
        #expect(error?.sqlState == "25006")
    }
}
