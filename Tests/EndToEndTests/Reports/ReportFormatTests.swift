import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("A report in a form for programs")
struct ReportFormatTests {
    let run: ReportRun

    init() throws { run = ReportRun(cluster: try TestServer.shared(), database: try Fixture.database()) }

    private func object(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try run.pgdeck(arguments + ["--json"])
        #expect(outcome.exit == .status(0))
        return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("each JSON names its schema, the server's version and the database", arguments: ["describe", "tables", "databases", "roles"])
    func frame(command: String) throws {
        let object = try object(command == "describe" ? ["describe", "*.*"] : [command])
        #expect(object["schema"] as? String == "pgdeck/\(command)/1")
        #expect(object["version"] as? String == (try run.cluster.runSQL("SELECT version()")))
        #expect(object["database"] as? String == run.database)
        let rows = try #require(object[command == "describe" ? "relations" : command] as? [[String: Any]])
        #expect(!rows.isEmpty)
        #expect(Set(rows.map { $0.keys.sorted() }).count == 1)
    }

    @Test("describe --json holds every relation that the catalog holds, with its columns")
    func relations() throws {
        let rows = try #require(object(["describe", "*.*"])["relations"] as? [[String: Any]])
        let counts = try run.cluster.runSQL(
            "SELECT count(*) || ' ' || sum((SELECT count(*) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)) FROM pg_class c",
            database: run.database)
        let columns = rows.map { ($0["columns"] as? [Any])?.count ?? 0 }.reduce(0, +)
        #expect("\(rows.count) \(columns)" == counts)
    }

    @Test("sizes are numbers of bytes, and what is not there is null")
    func types() throws {
        let tables = try #require(object(["tables", "pg_catalog.pg_class"])["tables"] as? [[String: Any]])
        #expect(tables.count == 1)
        #expect((tables[0]["bytes"] as? Int).map { $0 > 8192 } == true)
        #expect(tables[0]["description"] is NSNull)
        let none = try run.pgdeck(["tables", "nowhere", "--json"])
        #expect(none.exit == .status(0))
        #expect(none.output.contains("\"tables\": []"))
    }

    @Test("CSV has as many fields in each record, and the values as they are", arguments: ["describe", "tables", "databases", "roles"])
    func csv(command: String) throws {
        let outcome = try run.pgdeck((command == "describe" ? ["describe", "*.*"] : [command]) + ["--csv"])
        #expect(outcome.exit == .status(0))
        let records = try CSVReader.records(of: outcome.output)
        #expect(records.count > 1)
        #expect(Set(records.map(\.count)).count == 1)
        if command == "tables" {
            let names = try run.cluster.runSQL(
                "SELECT json_agg(relname) FROM pg_class WHERE relkind IN ('r', 'p') AND pg_table_is_visible(oid) AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'",
                database: run.database)
            let expected = try JSONDecoder().decode([String].self, from: Data(names.utf8))
            #expect(records.dropFirst().map { $0[2] }.sorted() == expected.sorted())
        }
    }

    @Test(
        "a description as CSV has a line for each privilege granted, comment, parent, child, partition key and sequence of the catalog",
        arguments: [
            (["description"], "pg_description WHERE classoid = 'pg_class'::regclass AND objsubid = 0"),
            (["partition of", "inherits"], "pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"),
            (["partition", "child"], "pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"),
            (["partition key"], "pg_partitioned_table"),
            (["sequence"], "pg_sequence"),
            (
                ["privilege"],
                """
                (SELECT a.* FROM pg_class c, aclexplode(c.relacl) a
                  UNION ALL SELECT a.* FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attnum > 0 AND NOT t.attisdropped) a
                """
            ),
        ])
    func parts(named parts: [String], source: String) throws {
        let records = try CSVReader.records(of: try run.pgdeck(["describe", "*.*", "--csv"]).output)
        let place = try #require(records.first?.firstIndex(of: "part"))
        let lines = records.dropFirst().filter { parts.contains($0[place]) }
        #expect(try String(lines.count) == run.cluster.runSQL("SELECT count(*) FROM \(source)", database: run.database))
        #expect(Set(lines).count == lines.count)
    }

    @Test("a privilege's line names the grantee, the privilege, its grantor and whether it may be passed on, of columns too")
    func privileges() throws {
        let database = try run.cluster.createDatabase(
            "granted",
            running: """
                CREATE TABLE t (a integer, b text);
                REVOKE ALL ON t FROM postgres;
                GRANT SELECT ON t TO PUBLIC;
                GRANT UPDATE (b) ON t TO pg_monitor WITH GRANT OPTION;
                """)
        let outcome = try ReportRun(cluster: run.cluster, database: database).pgdeck(["describe", "t", "--csv"])
        let records = try CSVReader.records(of: outcome.output)
        let header = try #require(records.first)
        func fields(_ record: [String]) -> [String: String] { Dictionary(uniqueKeysWithValues: zip(header, record)) }
        let grants = records.dropFirst().map(fields).filter { $0["part"] == "privilege" }
        let told = grants.map { grant in ["name", "type", "grantee", "grantable", "grantor"].map { grant[$0] ?? "" } }
        #expect(told == [["", "SELECT", "public", "false", "postgres"], ["b", "UPDATE", "pg_monitor", "true", "postgres"]])
    }

    @Test("Markdown has as many cells in each line of a table, whatever a cell holds")
    func markdown() throws {
        let outcome = try run.pgdeck(["tables", "*.*", "--markdown"])
        let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(lines.count > 3)
        // A pipe that is not escaped parts two cells.
        #expect(Set(lines.map { $0.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" } }).count == 1)
    }
}

/// RFC 4180, read strictly.
private enum CSVReader {
    struct Malformed: Error {}

    static func records(of text: String) throws -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && bytes.first == byte:
                field.append(byte)
                bytes.removeFirst()
            case UInt8(ascii: "\""):
                guard isQuoted || field.isEmpty else { throw Malformed() }
                isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            case UInt8(ascii: "\r") where !isQuoted:
                guard bytes.popFirst() == UInt8(ascii: "\n") else { throw Malformed() }
                records.append(fields + [String(decoding: field, as: UTF8.self)])
                fields = []
                field = []
            case UInt8(ascii: "\n") where !isQuoted: throw Malformed()
            default: field.append(byte)
            }
        }
        guard !isQuoted, field.isEmpty, fields.isEmpty else { throw Malformed() }
        return records
    }
}
