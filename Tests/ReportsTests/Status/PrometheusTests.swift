import PostgresClient
import PostgresMonitor
import Testing

@testable import Reports

@Suite("The status for Prometheus")
struct PrometheusTests {
    @Test("the page keeps to the format, every family with its help and type, counters with _total")
    func format() throws {
        let scene = StatusScene()
        let page = try PrometheusParser(scene.reported().prometheus(version: "0.1.0", at: scene.beginning))
        #expect(page.families.count > 10)
        for (name, family) in page.families {
            #expect(family.type != nil, "\(name)")
            #expect(family.help?.isEmpty == false, "\(name)")
            #expect((family.type == "counter") == name.hasSuffix("_total"), "\(name)")
            #expect(name.hasPrefix("pgdeck_") || name.hasPrefix("process_"), "\(name)")
        }
        #expect(page["pgdeck_up"] == 1)
        #expect(page["pgdeck_sessions"] == 12)
        #expect(page["pgdeck_sessions_maximum"] == 100)
        #expect(page["pgdeck_latency_seconds"] == 0.03425)
        #expect(page["pgdeck_transactions_committed_total"] == 5_000)
        #expect(page["pgdeck_wal_bytes_total"] == 1_099_511_627_776)
        #expect(page["pgdeck_server_start_time_seconds"] == 1_699_999_000.5)
        #expect(page.families["pgdeck_server_info"]?.samples.first?.labels["user"] == "lectura")
    }

    @Test("each database is told by its name, one whose size may not be seen without it")
    func databases() throws {
        var scene = StatusScene()
        scene.snapshot[DatabasesProbe.self] = .value(
            LimitedList([DatabaseActivity(name: "1245", sessions: 3), DatabaseActivity(name: nil, sessions: 1)]),
            asOf: scene.snapshot.takenAt)
        scene.snapshot[DatabaseSizesProbe.self] = .value(
            LimitedList([DatabaseSize(name: "1245", bytes: 1 << 30), DatabaseSize(name: "nomina", bytes: nil, isPermitted: false)]),
            asOf: scene.snapshot.takenAt)
        let page = try PrometheusParser(scene.reported().prometheus(version: "0.1.0", at: scene.beginning))
        #expect(page.families["pgdeck_database_sessions"]?.samples == [PrometheusParser.Sample(labels: ["database": "1245"], value: 3)])
        #expect(
            page.families["pgdeck_database_size_bytes"]?.samples
                == [PrometheusParser.Sample(labels: ["database": "1245"], value: 1_073_741_824)])
    }

    @Test("what is not known is left out, never 0, and the probe that was not answered is told")
    func missing() throws {
        var scene = StatusScene()
        scene.snapshot[DatabaseStatisticsProbe.self] = .forbidden(grant: "GRANT", last: nil)
        scene.snapshot.allMetrics = [.latency: 0.03425]
        scene.snapshot.growth = [:]
        let page = try PrometheusParser(scene.reported().prometheus(version: "0.1.0", at: scene.beginning))
        #expect(page.families["pgdeck_sessions"] == nil)
        #expect(page.families["pgdeck_transactions_committed_total"] == nil)
        #expect(page.families["pgdeck_deadlocks_total"] == nil)
        let answered = try #require(page.families["pgdeck_probe_answered"]).samples
        #expect(answered.first { $0.labels["probe"] == "database_statistics" }?.value == 0)
        #expect(answered.first { $0.labels["probe"] == "pulse" }?.value == 1)
    }

    @Test("while the server is away only that is told, and of pgdeck itself")
    func away() throws {
        let scene = StatusScene()
        let page = try PrometheusParser(scene.reported().prometheus(version: "0.1.0", at: scene.after(seconds: 60)))
        #expect(page["pgdeck_up"] == 0)
        #expect(page["pgdeck_snapshot_timestamp_seconds"] == 1_700_000_000.5)
        #expect(page.families.keys.filter { $0.contains("session") || $0.contains("latency") } == [])
    }

    @Test("names from outside are escaped in labels")
    func escapes() throws {
        var scene = StatusScene()
        let name = "a \"quoted\" \\ na\nme, ñ {}=,"
        scene.snapshot.server.database = name
        let page = try PrometheusParser(scene.reported().prometheus(version: "0.1.0", at: scene.beginning))
        #expect(page.families["pgdeck_server_info"]?.samples.first?.labels["database"] == name)
    }

    @Test("no two counters and no two metrics share a name")
    func names() {
        let names = Counter.allCases.map(\.prometheus.name) + Metric.allCases.compactMap(\.prometheus?.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil) }
    }

    @Test(
        "the reader of these tests refuses what breaks the format",
        arguments: [
            "pgdeck_up 1", "pgdeck up 1\n", "a{b=\"c} 1\n", "a 1\nb 1\na{x=\"y\"} 1\n", "a x\n", "# TYPE a gauge\n# TYPE a gauge\na 1\n",
            "a 1\na 1\n",
        ])
    func reader(page: String) { #expect(throws: PrometheusParser.Violation.self) { try PrometheusParser(page) } }
}
