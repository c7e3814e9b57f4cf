import Foundation
import PostgresClient
import PostgresMonitor
import Testing

@testable import Reports

@Suite("The status as JSON")
struct StatusJSONTests {
    @Test("the first three members are the seed's, then comes all that the server says of itself")
    func members() throws {
        let json = StatusScene().reported().json(at: StatusScene().after(seconds: 1))
        #expect(json.members.prefix(3).map(\.name) == ["status", "database", "version"])
        #expect(json["status"] == "API is running")
        #expect(json["database"] == "Connected")
        #expect(json["version"] == "PostgreSQL 14.17 (Debian)")
        #expect(json["schema"] == "pgdeck/status/1")
        #expect(json["server.number"] == .integer(140_017))
        #expect(json["server.address"] == "192.0.2.7")
        #expect(json["role.server"] == "primary")
        #expect(json["role.user"] == "lectura")
        #expect(json["latency_seconds"] == .decimal(0.03425))
        #expect(json["uptime_seconds"] == .decimal(1_000))
        #expect(json["sessions.used"] == .integer(12))
        #expect(json["sessions.maximum"] == .integer(100))
        #expect(json["recovery"] == .bool(false))
        #expect(json["as_of"] == "2023-11-14T22:13:20.500Z")
        #expect(json["readings.database_statistics.value.totals.commits"] == .integer(5_000))
        #expect(json["missing"] == .array([]))
    }

    @Test("a fact that one may not see is null, with the grant that would give it, and its old value is not shown as new")
    func missing() throws {
        var scene = StatusScene()
        let old = try #require(scene.snapshot.databaseStatistics.last)
        scene.snapshot[DatabaseStatisticsProbe.self] = .forbidden(
            grant: "GRANT SELECT ON pg_catalog.pg_stat_database TO \"lectura\"", last: old)
        scene.snapshot[ServerPulseProbe.self] = .late(last: nil)
        let json = scene.reported().json(at: scene.beginning)
        #expect(json["sessions.used"] == .null)
        #expect(json["recovery"] == .null)
        #expect(json["role.server"] == .null)
        #expect(json["uptime_seconds"] == .null)
        #expect(json["readings.database_statistics.value"] == .null)
        let missing = try #require(json["missing"]).elements
        let statistics = try #require(missing.first { $0["probe"] == "database_statistics" })
        #expect(statistics["state"] == "forbidden")
        #expect(statistics["grant"] == "GRANT SELECT ON pg_catalog.pg_stat_database TO \"lectura\"")
        #expect(missing.first { $0["probe"] == "pulse" }?["reason"] == "no answer in time")
    }

    @Test("where only a part of an answer is hidden, that is named with its grant as well")
    func hidden() throws {
        var scene = StatusScene()
        var counts = SessionCounts()
        counts.hidden = 7
        scene.snapshot[SessionCountsProbe.self] = .value(counts, asOf: scene.snapshot.takenAt)
        scene.snapshot[DatabaseSizesProbe.self] = .value(
            LimitedList([DatabaseSize(name: "1245", bytes: 1 << 30), DatabaseSize(name: "nomina", bytes: nil, isPermitted: false)]),
            asOf: scene.snapshot.takenAt)
        let missing = try #require(scene.reported().json(at: scene.beginning)["missing"]).elements
        #expect(missing.map { $0["probe"] } == ["session_counts", "database_sizes"])
        #expect(missing.map { $0["state"] } == ["partial", "partial"])
        #expect(missing.first?["grant"] == "GRANT pg_read_all_stats TO \"lectura\"")
    }

    @Test("an alert that stands is in JSON and metrics, also while the server is away, and has an end in JSON when it is over")
    func alerts() {
        var report = StatusScene().reported()
        _ = report.alerts.take(.away("refused"), at: 1_700_000_000)
        _ = report.alerts.pass(to: 1_700_000_060)
        report.link = StatusLink(.waiting, words: "refused", since: 1_700_000_000)
        let standing = report.json(at: .now)["alerts"]?.elements.first
        #expect(standing?["name"] == "server_away")
        #expect(standing?["since"] == "2023-11-14T22:13:20.000Z")
        #expect(standing?["until"] == .null)
        #expect(
            report.prometheus(version: "1", at: .now).contains("pgdeck_alert{alert=\"server_away\",subject=\"\",severity=\"critical\"} 1\n")
        )
        _ = report.alerts.take(.answering, at: 1_700_000_070)
        _ = report.alerts.pass(to: 1_700_000_130)
        let over = report.json(at: .now)["alerts"]?.elements.first
        #expect(over?["until"] == "2023-11-14T22:14:30.000Z")
        #expect(!report.prometheus(version: "1", at: .now).contains("pgdeck_alert{"))
    }

    @Test("facts older than three refreshes and ten seconds are no connection, and keep their moment")
    func stale() {
        let scene = StatusScene()
        let report = scene.reported()
        #expect(report.trouble(at: scene.after(seconds: 10)) == nil)
        #expect(report.trouble(at: scene.after(seconds: 10.1)) == "no answer: the last facts are 10 s old")
        let json = report.json(at: scene.after(seconds: 20))
        #expect(json["database"] == "Not connected")
        #expect(json["available"] == .bool(false))
        #expect(json["age_seconds"] == .decimal(20))
        #expect(json["as_of"] == "2023-11-14T22:13:20.500Z")
    }

    @Test("before anybody answered all facts are null, and the reason is told")
    func nothingYet() {
        let error = PostgresError(.unreachable, "Connection refused", hint: "Is it running?", context: "connecting to 192.0.2.7 port 2345")
        let link = StatusLink(.waiting, words: "connection refused", error: error, since: 1_700_000_000, nextTry: 1_700_000_002)
        let json = StatusReport(link).json(at: .now)
        #expect(json["version"] == .null)
        #expect(json["server"] == .null)
        #expect(json["sessions.used"] == .null)
        #expect(json["reason"] == "connection refused: connecting to 192.0.2.7 port 2345: Connection refused")
        #expect(json["link.state"] == "waiting")
        #expect(json["link.hint"] == "Is it running?")
        #expect(json["link.next_try"] == "2023-11-14T22:13:22.000Z")
    }

    @Test("in one line or in many it is the same JSON, also with names as nobody should choose them")
    func texts() throws {
        var scene = StatusScene()
        scene.report.link.words = "a \"quoted\" word,\n a \u{1B}[31m red \\ one, and \u{202E}ñ"
        scene.report.link.state = .silent
        let json = scene.reported().json(at: scene.beginning)
        #expect(!json.line.contains("\n"))
        let whole = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? NSDictionary
        let line = try JSONSerialization.jsonObject(with: Data(json.line.utf8)) as? NSDictionary
        #expect(whole == line)
        #expect((line?["link"] as? NSDictionary)?["words"] as? String == scene.report.link.words)
    }

    @Test("any value is encoded as it encodes itself: names in lower case, absent members null, a dictionary's keys as they are")
    func encoding() {
        struct Part: Encodable {
            var transactionIDAge: Int64? = nil
            var transactionIDs = 3
            var ratio = 0.25
            var isOn = true
            var byName = ["Mixed Case": 1, "a": 2]
            var list: [Double] = [.nan, 1]
            var none: [String] = []
            var nested: [Wall] = [.brick(height: 2)]
        }
        enum Wall: Encodable { case brick(height: Int) }
        #expect(
            JSONValue(encoding: Part()).line
                == "{\"transaction_id_age\": null, \"transaction_ids\": 3, \"ratio\": 0.25, \"is_on\": true, \"by_name\": {\"Mixed Case\": 1, \"a\": 2}, "
                + "\"list\": [null, 1.0], \"none\": [], \"nested\": [{\"brick\": {\"height\": 2}}]}")
    }

    @Test(
        "what kept a session from being made says whether the server refuses or does not answer",
        arguments: [
            (PostgresError(.unreachable, "refused"), Readiness.noAnswer), (PostgresError(.nameResolution, "no"), .noAnswer),
            (PostgresError(.deadline, "late"), .noAnswer), (PostgresError(.authentication, "wrong", sqlState: "28P01"), .refusing),
            (PostgresError(.refusedByServer, "starting", sqlState: "57P03"), .refusing),
            (PostgresError(.passwordRequired, "which"), .refusing),
            (PostgresError(.tls, "no"), .refusing), (PostgresError(.badParameters, "bogus"), .notAsked),
        ])
    func readiness(error: PostgresError, readiness: Readiness) { #expect(Readiness(error) == readiness) }
}
