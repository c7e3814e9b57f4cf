import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

@Suite struct AskingTests {
    @Test("a question that fails leaves the answers before and after it standing")
    func oneFailureBlanksOneFact() async throws {
        let connection = try await openShared()
        let (first, second, third) = try await connection.ask(
            Values("SELECT 'a' AS value"), Values("SELECT (1 / 0)::text AS value", of: String.self),
            Values("SELECT 3 AS value", of: Int.self),
            limits: .catalog)
        #expect(try first.get() == ["a"])
        #expect(second.failure?.sqlState == "22012")
        #expect(second.failure?.kind == .server)
        #expect(try third.get() == [3])
    }

    @Test("when the first and the last question fail, the one between is answered, and the connection goes on")
    func failuresAtBothEnds() async throws {
        let connection = try await openShared()
        let (first, second, third) = try await connection.ask(
            Values("SELECT nonsense AS value"), Values("SELECT 'b' AS value"), Values("SELECT 1 +"), limits: .catalog)
        #expect(first.failure?.sqlState == "42703")
        #expect(first.failure?.position == 8)
        #expect(try second.get() == ["b"])
        #expect(third.failure?.sqlState == "42601")
        #expect(try await connection.value("SELECT 'on' AS value") == "on")
    }

    @Test("a statement that writes is refused by the server, also behind a failed one")
    func readOnly() async throws {
        let database = try TestServer.shared().createDatabase("written", running: "CREATE TABLE t (n int)")
        let connection = try await Connection.open(TestServer.shared().socketParameters.entering(database: database), on: Loop.shared)
        let (insert, failed, create) = try await connection.ask(
            Values("INSERT INTO t VALUES (1)"), Values("SELECT 1 / 0"), Values("CREATE TABLE u ()"), limits: .catalog)
        #expect(insert.failure?.sqlState == "25006")
        #expect(failed.failure?.sqlState == "22012")
        #expect(create.failure?.sqlState == "25006")
    }

    @Test("text from outside travels as a parameter, whatever is in it; NULL stays NULL")
    func parameters() async throws {
        let connection = try await openShared()
        let hostile = "'; DROP TABLE x; -- \u{1B}[31m \"ñ\" \u{202E}"
        let (text, null, numbers, flag) = try await connection.ask(
            Values("SELECT $1 AS value", [.text(hostile)]),
            Values("SELECT $1 AS value", [.text(nil)]),
            Values("SELECT $1::oid[] AS value", [.oids([OID(1), OID(4_294_967_295)])], of: [OID].self),
            Values("SELECT $1 AND $2 = 9000000000 AS value", [.boolean(true), .integer(9_000_000_000)], of: Bool.self),
            limits: .catalog)
        #expect(try text.get() == [hostile])
        #expect(try null.get() == [nil])
        #expect(try numbers.get() == [[OID(1), OID(4_294_967_295)]])
        #expect(try flag.get() == [true])
    }

    @Test("arrays, timestamps and the \"char\" type are read as they come")
    func types() async throws {
        let connection = try await openShared()
        let (names, vector, time, code, none) = try await connection.ask(
            Values(#"SELECT ARRAY['a', 'b,c', 'd"\', 'NULL', '']::name[] AS value"#, of: [String].self),
            Values("SELECT '1 2'::int2vector::int2[] AS value", of: [Int16].self),
            Values("SELECT timestamptz '2026-01-02 03:04:05.5+00' AS value", of: Timestamp.self),
            Values("SELECT 'r'::\"char\" AS value", of: Character.self),
            Values("SELECT ARRAY[]::text[] AS value", of: [String].self),
            limits: .catalog)
        #expect(try names.get() == [["a", "b,c", #"d"\"#, "NULL", ""]])
        #expect(try vector.get() == [[1, 2]])
        #expect(try time.get() == [Timestamp(microsecondsSinceEpoch: 1_767_323_045_500_000)])
        #expect(try code.get() == ["r"])
        #expect(try none.get() == [[]])
    }

    @Test("a value of another shape than promised fails that question alone and names the column")
    func decodingFailure() async throws {
        let connection = try await openShared()
        let (wrong, right) = try await connection.ask(
            Values("SELECT 'many' AS value", of: Int.self), Values("SELECT 1 AS value", of: Int.self), limits: .catalog)
        #expect(wrong.failure?.kind == .protocolViolation)
        #expect(wrong.failure?.message.contains("\"value\"") == true)
        #expect(try right.get() == [1])
    }

    @Test("an answer of a hundred thousand rows comes whole")
    func manyRows() async throws {
        let connection = try await openShared()
        let rows = try await connection.ask(
            Values("SELECT g AS value FROM generate_series(1, 100000) AS g", of: Int.self), limits: .catalog
        ).get()
        #expect(rows.count == 100_000)
        #expect(rows.last == 100_000)
    }

    @Test("questions and answers larger than every buffer on the way go both ways at once")
    func largeParameters() async throws {
        let connection = try await openShared()
        let text = String(repeating: "0123456789abcdef", count: 1 << 18)
        let question = Values("SELECT $1 AS value", [.text(text)])
        let (first, second, third) = try await connection.ask(question, question, question, limits: .catalog)
        #expect(try [first, second, third].map { try $0.get() } == [[text], [text], [text]])
    }

    @Test("units are answered in the order they were asked")
    func order() async throws {
        let connection = try await openShared()
        // On one thread, so that the tasks begin in the order of their making.
        let executor = LoopTaskExecutor(Loop.shared)
        let tasks = (0..<20).map { _ in
            Task(executorPreference: executor) { try await connection.value("SELECT clock_timestamp() AS value", of: Timestamp.self) }
        }
        var last = Timestamp.minusInfinity
        for task in tasks {
            let time = try #require(try await task.value)
            #expect(time >= last)
            last = max(last, time)
        }
    }

    @Test("the limits hold inside the unit and leave nothing behind in the session")
    func limits() async throws {
        let connection = try await openShared()
        let limits = UnitLimits(statement: .milliseconds(1500), lock: .milliseconds(250), deadline: .seconds(20))
        let (statement, lock, idle, path) = try await connection.ask(
            Values("SELECT current_setting('statement_timeout') AS value"), Values("SELECT current_setting('lock_timeout') AS value"),
            Values("SELECT current_setting('idle_in_transaction_session_timeout') AS value"),
            Values("SELECT current_setting('search_path') AS value"), limits: limits)
        #expect(try statement.get() == ["1500ms"])
        #expect(try lock.get() == ["250ms"])
        #expect(try idle.get() == ["20s"])
        #expect(try path.get() == [#""$user", public"#])
        let cluster = try TestServer.shared()
        let session = "SELECT state, backend_xmin FROM pg_stat_activity WHERE pid = \(connection.server.backendPID)"
        #expect(try await cluster.sql(session).hasPrefix("idle|"))
    }

    @Test("a session is called pgdeck, unless the user calls it otherwise, and speaks UTF-8 whatever else was asked for")
    func session() async throws {
        let cluster = try TestServer.shared()
        let sql = "SELECT current_setting('application_name') || ' ' || current_setting('client_encoding') AS value"
        #expect(try await openShared().value(sql) == "pgdeck UTF8")
        let own = cluster.socketParameters.with(["application_name": "mine", "client_encoding": "LATIN1"])
        #expect(try await Connection.open(own, on: Loop.shared).value(sql) == "mine UTF8")
    }

    @Test("warnings of the server are kept, and only the newest")
    func notices() async throws {
        let connection = try await openShared()
        let answers = try await connection.answers(
            to: (1...60).map { Statement("DO $$BEGIN RAISE WARNING 'number %', \($0); END$$") }, limits: .catalog)
        #expect(answers.allSatisfy { $0.failure == nil })
        let notices = await connection.notices
        #expect(notices.count == 50)
        #expect(notices.last?.message == "number 60")
        #expect(notices.last?.severity == "WARNING")
    }
}
