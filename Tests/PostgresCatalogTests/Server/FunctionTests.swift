import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("Functions of a real server", .serialized)
struct FunctionTests {
    let server: CatalogServer
    let database: String

    init() throws {
        server = try .shared.get()
        database = try server.cluster.createDatabase("functions", running: Self.world)
    }

    private static let world = #"""
        CREATE TABLE stock (id integer, n numeric);
        CREATE FUNCTION total(a integer, b text DEFAULT 'it''s', OUT sum numeric) RETURNS SETOF numeric LANGUAGE plpgsql
          STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 42 ROWS 7 SET search_path = public, pg_temp SET work_mem = '8MB'
          AS $$
        BEGIN
          RETURN QUERY SELECT 1.0;	-- a tab
        END $$;
        COMMENT ON FUNCTION total IS 'sums up';
        GRANT EXECUTE ON FUNCTION total TO lectura WITH GRANT OPTION;
        CREATE PROCEDURE "Do it"(INOUT n integer) LANGUAGE sql AS 'SELECT n + 1';
        CREATE AGGREGATE together(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '5', COMBINEFUNC = int4pl);
        CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        """#

    private func oid(_ signature: String) throws -> OID {
        OID(UInt32(try server.cluster.runSQL("SELECT '\(signature)'::regprocedure::oid", database: database)) ?? 0)
    }

    private func facts(_ signature: String, user: String = "postgres") throws -> FunctionDescription {
        try #require(try server.ask(FunctionFactsQuery(try oid(signature)), user: user, database: database))
    }

    private func definition(_ signature: String) throws -> FunctionDefinition {
        try #require(try server.ask(FunctionDefinitionQuery(try oid(signature)), database: database))
    }

    @Test("all that pg_proc says of a function is told, also to a role without rights")
    func everything() throws {
        let total = try facts("total(integer,text)", user: "lectura")
        #expect((total.schema, total.name, total.kind, total.language) == ("public", "total", .function, "plpgsql"))
        #expect(total.arguments == "a integer, b text DEFAULT 'it''s'::text, OUT sum numeric")
        #expect(total.result == "SETOF numeric")
        #expect((total.volatility, total.parallelSafety) == (.stable, .safe))
        #expect(total.isStrict && total.isSecurityDefiner && total.isLeakproof)
        #expect(total.cost == 42 && total.rows == 7)
        #expect(total.settings == ["search_path=public, pg_temp", "work_mem=8MB"])
        #expect(total.comment == "sums up")
        #expect(total.owner == "postgres")
        #expect(total.privileges?.first { $0.grantee == "lectura" }?.grantable == ["X"])
        #expect(total.source.contains("RETURN QUERY SELECT 1.0;\t-- a tab"))
        #expect(total.aggregate == nil)
    }

    @Test("the definition is the server's own, and can be run again")
    func definition() throws {
        let statement = try #require(try definition("total(integer,text)").statement)
        #expect(statement.hasPrefix("CREATE OR REPLACE FUNCTION public.total("))
        try server.cluster.runSQL(statement, database: database)
        #expect(try definition("total(integer,text)").statement == statement)
        #expect(try definition("\"Do it\"(integer)").statement?.hasPrefix("CREATE OR REPLACE PROCEDURE") == true)
    }

    @Test("a procedure has no result, a trigger function says so")
    func procedures() throws {
        let procedure = try facts("\"Do it\"(integer)")
        #expect(procedure.kind == .procedure)
        #expect(procedure.result == nil)
        #expect(try facts("on_change()").result == "trigger")
    }

    @Test("an aggregate tells its parts, and has no definition")
    func aggregates() throws {
        let together = try facts("together(integer)")
        let parts = try #require(together.aggregate)
        #expect(together.kind == .aggregate)
        #expect((parts.kind, parts.transitionFunction, parts.stateType) == (.normal, "int4pl", "integer"))
        #expect((parts.finalFunction, parts.combineFunction, parts.initialValue) == (nil, "int4pl", "5"))
        #expect(try definition("together(integer)").statement == nil)
        #expect(try facts("percentile_cont(double precision, double precision)").aggregate?.kind == .orderedSet)
    }

    @Test("a built-in function names its symbol")
    func builtIn() throws {
        let upper = try facts("upper(text)")
        #expect((upper.language, upper.source, upper.rows) == ("internal", "upper", nil))
        #expect(try facts("generate_series(integer,integer)").supportFunction == "generate_series_int4_support")
        #expect(try facts("plpgsql_call_handler()").library == "$libdir/plpgsql")
    }

    @Test("every function of the server can be described")
    func all() throws {
        let functions = try server.ask(CatalogFunctionsQuery(CatalogSlice(after: OID(0), limit: 20_000)), database: database)
        let connection = functions.shuffled().prefix(60)
        for function in connection {
            #expect(try server.ask(FunctionFactsQuery(function.oid), database: database)?.name == function.name)
            #expect(
                (try server.ask(FunctionDefinitionQuery(function.oid), database: database)?.statement == nil)
                    == (function.kind == .aggregate))
        }
    }

    @Test("a body in standard SQL is printed by the server, and stands behind the locks of what it names")
    func sqlBody() throws {
        guard server.version.major >= 14 else {
            // Before 14 there is none: the plain source alone is to be had.
            #expect(try definition("\"Do it\"(integer)").body == nil)
            return
        }
        try server.cluster.runSQL(
            "CREATE FUNCTION newest() RETURNS numeric BEGIN ATOMIC SELECT max(n) FROM stock; END", database: database)
        let oid = try oid("newest()")
        #expect(try definition("newest()").body?.contains("max(stock.n)") == true)
        #expect(try facts("newest()").source == "")
        let lock = try HeldLock(on: "stock", of: database, server.cluster)
        defer { lock.release() }
        #expect(try facts("newest()").name == "newest")
        let error = #expect(throws: PostgresError.self) { try server.ask(FunctionDefinitionQuery(oid), database: database) }
        #expect(error?.sqlState == "55P03")
    }

    @Test("a function that has gone is nothing")
    func dropped() throws {
        #expect(try server.ask(FunctionFactsQuery(OID(4_000_000_000)), database: database) == nil)
        #expect(try server.ask(FunctionDefinitionQuery(OID(4_000_000_000)), database: database) == nil)
    }
}
