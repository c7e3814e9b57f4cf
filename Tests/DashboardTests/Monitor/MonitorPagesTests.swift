import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The monitor's other pages") struct MonitorPagesTests {
    @Test("a lock's blocker stands above those that wait, with mode, object and age") func locks() throws {
        let visit = Visit.monitoring(.locks, width: 120)
        let rows = visit.screen.filter { $0.contains("48") }
        #expect(rows[0].contains("4801"))
        #expect(rows[1].contains("└ 4812") && rows[1].contains("60 s") && rows[1].contains("Share"))
        #expect(rows[2].contains("└ 4813") && rows[2].contains("public.pedidos"))
        #expect(visit.line("prepared") != nil)
    }

    @Test("a page that has had no answer yet tells neither a number nor an age", arguments: MonitorPage.allCases.dropFirst())
    func unasked(page: MonitorPage) {
        let title = Visit.monitoring(page, snapshots: [MonitorFixture.bare()]).screen[0]
        #expect(title.contains(page.title) && title.contains("every 2 s"))
        for claim in ["0 ", "nothing to", " old"] { #expect(!title.contains(claim)) }
    }

    @Test("y on a lock's session copies its cancel, and not on a prepared transaction") func cancelling() {
        var visit = Visit.monitoring(.locks)
        visit.press("j y")
        #expect(visit.copied == "select pg_cancel_backend(4812)")
        _ = visit.takeEffects()
        visit.press("j j y")
        #expect(visit.copied == nil)
    }

    @Test("a primary's receivers, slots and subscriptions stand below each other, one cursor for all") func replication() {
        var visit = Visit.monitoring(.replication, width: 120)
        #expect(visit.line("this server is a primary") != nil)
        visit.press("j j j j j")
        #expect(visit.state.monitorRow?.title == "stock")
        visit.press("enter")
        #expect(visit.line("apply errors")?.contains("14") == true)
    }

    @Test("a standby tells first how far it is behind") func standby() {
        var snapshot = MonitorFixture.whole()
        snapshot[RecoveryProbe.self] = .value(
            Recovery(
                received: 2_000_000, replayed: 1_000_000, lastTransaction: MonitorFixture.ago(12), serverTime: MonitorFixture.serverTime,
                receiver: .init(pid: 77, status: "streaming", host: "192.0.2.9", port: 5432)), asOf: MonitorFixture.takenAt)
        let visit = Visit.monitoring(.replication, snapshots: [snapshot])
        #expect(visit.line("192.0.2.9:5432")?.contains("12 s") == true)
    }

    @Test("progress has a bar as long as what is done") func progress() throws {
        let visit = Visit.monitoring(.progress, width: 160)
        let vacuum = try #require(visit.line("VACUUM"))
        let bar = vacuum.filter { "█─".contains($0) }
        #expect(abs(Double(bar.count { $0 == "█" }) / Double(bar.count) - 0.39) < 0.05)
        #expect(vacuum.contains("39.1 %"))
        #expect(visit.line("ANALYZE")?.contains("?") == true)
    }

    @Test("tables are sorted by size, by dead rows, by scans") func tables() {
        var visit = Visit.monitoring(.tables, width: 120)
        func first() -> String { visit.screen[3] }
        #expect(first().contains("pedidos"))
        visit.press("> > > >")
        #expect(visit.line("seq scan▼") != nil)
        #expect(first().contains("clientes"))
    }

    @Test("an unused index is told with its size and for how long it was counted") func indexes() {
        let visit = Visit.monitoring(.indexes, width: 120)
        let row = visit.line("pedidos_nota_idx")
        #expect(row?.contains("~210 MB") == true && row?.contains("never used") == true && row?.contains("30 d") == true)
        #expect(visit.line("pedidos_fecha_idx")?.contains("invalid") == true)
    }

    @Test("statements that are not there say what to do") func noStatements() {
        var snapshot = MonitorFixture.whole()
        let words = "pg_stat_statements is not loaded: add it to shared_preload_libraries and restart the server"
        snapshot[StatementsProbe.self] = .notSupported(.because(words))
        snapshot[StatementsExtensionProbe.self] = .value(
            StatementsExtension(database: "1245", role: "lectura", quotedSchema: nil, version: nil, isLoaded: false),
            asOf: MonitorFixture.takenAt)
        let visit = Visit.monitoring(.statements, snapshots: [snapshot])
        #expect(visit.line(words) != nil)
    }

    @Test("what a server does not have says since when others do") func absent() {
        var snapshot = MonitorFixture.whole()
        snapshot[SubscriptionsProbe.self] = .notSupported(.since(major: 15))
        let visit = Visit.monitoring(.replication, snapshots: [snapshot])
        #expect(visit.line("subscriptions: since PostgreSQL 15") != nil)
    }

    @Test(
        "a setting is told in the largest unit that stays whole",
        arguments: [
            ("131072", "8kB", "1 GB"), ("900", "s", "15 min"), ("4096", "kB", "4 MB"), ("-1", "kB", "-1"), ("0", "ms", "0"),
            ("1500", "ms", "1500 ms"), ("9223372036854775807", "8kB", "9223372036854775807 8kB"),
        ])
    func units(value: String, unit: String, words: String) {
        #expect(Visit.monitoring(.settings).state.monitorContext?.settingWords(value, unit) == words)
    }

    @Test("settings that wait for a restart come first and are counted") func settings() {
        let visit = Visit.monitoring(.settings, width: 80, height: 24)
        #expect(visit.screen[0].contains("1 waits for a restart"))
        #expect(visit.screen[3].contains("max_connections") && visit.screen[3].contains("pending"))
    }

    @Test("health judges, and enter lists what it speaks of") func health() {
        var visit = Visit.monitoring(.health, width: 120)
        #expect(visit.line("archiver")?.contains("failed 3 times, 20 s ago: 000000010000000000000008") == true)
        #expect(visit.line("prepared tx")?.contains("pago-77") == true)
        #expect(visit.line("GRANT SELECT ON ALL SEQUENCES IN SCHEMA secreto TO \"lectura\"") != nil)
        visit.press("enter")
        #expect(visit.line("archive_mode is on") != nil)
    }
}
