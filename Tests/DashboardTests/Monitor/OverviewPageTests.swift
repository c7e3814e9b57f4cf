import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The monitor's overview") struct OverviewPageTests {
    @Test("at 80x24 every figure is on the screen") func all() {
        let visit = Visit.monitoring(width: 80, height: 24, snapshots: MonitorFixture.recorded())
        for metric in visit.state.monitorContext!.metrics { #expect(visit.line(metric.title) != nil, "\(metric.title)") }
    }

    @Test("a figure before its first interval is a dash, one that cannot be had a question mark") func faces() {
        var snapshot = MonitorFixture.whole()
        snapshot.rates = Rates()
        snapshot[WriteAheadLogProbe.self] = .failed(PostgresError(.server, "no such function"), last: nil)
        let visit = Visit.monitoring(width: 80, height: 24, snapshots: [snapshot])
        #expect(visit.line("transactions")?.contains(" - ") == true)
        #expect(visit.line("WAL")?.contains(" ? ") == true)
        #expect(visit.line("write-ahead log: no such function") != nil)
    }

    @Test("what a figure is now lies within its extremes, however briefly it is so") func nowWithinExtremes() throws {
        var snapshots = MonitorFixture.recorded()
        var peak = MonitorFixture.whole(at: MonitorFixture.takenAt + 0.1)
        peak.metrics[.latency] = 2.5
        peak.roundTrip = .milliseconds(2_500)
        snapshots.append(peak)
        let visit = Visit.monitoring(width: 80, height: 24, snapshots: snapshots)
        #expect(try #require(visit.line("latency")).contains(#/2\.5 s +34 ms +2\.5 s/#))
    }

    @Test("what hidden sessions do is no zero") func hiddenSessions() {
        var snapshot = MonitorFixture.whole()
        var counts = MonitorFixture.counts
        counts.hidden = 5
        snapshot[SessionCountsProbe.self] = .value(counts, asOf: MonitorFixture.takenAt)
        let visit = Visit.monitoring(width: 80, height: 24, snapshots: [snapshot])
        #expect(visit.line("  active")?.contains("5+?") == true)
        #expect(visit.screen.joined(separator: " ").contains("GRANT pg_read_all_stats"))
    }

    @Test("a time without a snapshot is a gap in the graph") func gap() throws {
        let visit = Visit.monitoring(width: 80, height: 24, snapshots: MonitorFixture.recorded())
        let line = try #require(visit.line("sessions"))
        let graph = String(line.drop { !"▁▂▃▄▅▆▇█".contains($0) }.reversed().drop { !"▁▂▃▄▅▆▇█".contains($0) })
        #expect(graph.contains(" "))
    }

    @Test("while the link is away the gap grows from the right") func away() throws {
        var visit = Visit.monitoring(width: 80, height: 24, snapshots: MonitorFixture.recorded())
        func gap() throws -> Int {
            let line = try #require(visit.line("sessions"))
            return line.reversed().prefix { !"▁▂▃▄▅▆▇█".contains($0) }.count
        }
        let before = try gap()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.wait(.seconds(240))
        #expect(try gap() > before + 3)
    }

    @Test("enter opens a figure with a large graph and what it means") func figure() {
        var visit = Visit.monitoring(width: 80, height: 24, snapshots: MonitorFixture.recorded())
        visit.press("enter")
        #expect(visit.line("commits and rollbacks a second") != nil)
        Golden.expect(visit, "monitor/figure")
    }

    @Test("arrows walk through the grid of graphs") func grid() {
        var visit = Visit.monitoring(width: 120, height: 40, snapshots: MonitorFixture.recorded())
        let columns = visit.state.overviewGrid(visit.state.monitorContext!)?.columns
        #expect(columns == 3)
        visit.press("l j")
        #expect(visit.state.monitor.list.cursor == 4)
        visit.press("k h")
        #expect(visit.state.monitor.list.cursor == 0)
        visit.press("G")
        #expect(visit.state.monitorRow?.title == "nomina")
    }

    @Test("the foot tells what pgdeck costs", arguments: [80, 120]) func cost(width: Int) {
        let visit = Visit.monitoring(width: width, height: 24)
        let foot = visit.screen[21]
        for part in ["120 q", "server 0.6 ms/s", "CPU 0.4 %", "15 MB"] { #expect(foot.contains(part), "\(foot)") }
        #expect(foot.contains("64 kB"))
    }

    @Test("growth of a database is told from its second size on, with the time between") func growth() {
        var visit = Visit.monitoring(width: 80, height: 60)
        var later = MonitorFixture.whole(at: MonitorFixture.takenAt + 300)
        var sizes = MonitorFixture.sizes
        sizes[0].bytes! += 12_582_912
        later[DatabaseSizesProbe.self] = .value(LimitedList(sizes), asOf: MonitorFixture.takenAt + 300)
        visit.receive(.snapshot(later))
        #expect(visit.line("+12 MB")?.contains("5 min") == true)
    }

    @Test("a young history is shown as large as it is", arguments: [(60.0, "5 min"), (600, "15 min"), (1_500, "30 min"), (3_500, "hour")])
    func young(seconds: Double, words: String) {
        var history = History(finest: 2)
        for snapshot in MonitorFixture.recorded(seconds: seconds) { history.record(snapshot) }
        #expect(GraphPeriod(.hour, of: history, until: MonitorFixture.takenAt).words == words)
    }
}
