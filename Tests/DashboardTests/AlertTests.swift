import PostgresClient
import PostgresMonitor
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("Alerts on the dashboard") struct AlertTests {
    private func rings(_ effects: [Effect]) -> Int { effects.filter { if case .ring = $0 { true } else { false } }.count }

    private func notifications(_ effects: [Effect]) -> [String] {
        effects.compactMap { if case .notify(let text) = $0 { text } else { nil } }
    }

    private func busy(_ sessions: Int, at moment: WallClock) -> Snapshot {
        var snapshot = Fixture.snapshot
        snapshot.takenAt = moment
        snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: sessions), asOf: moment)
        return snapshot
    }

    /// Refreshes with so many sessions, two seconds apart.
    private func refresh(_ visit: inout Visit, have sessions: Int, refreshes: Int) {
        for _ in 1...refreshes {
            visit.wait(.seconds(2))
            visit.receive(.snapshot(busy(sessions, at: visit.state.wallClock)))
        }
    }

    @Test("what needs more than the bar is watched in the background from the beginning") func watch() {
        var visit = Visit()
        visit.begin()
        let watched = visit.takeEffects().compactMap { effect -> Set<Topic>? in
            if case .worker(.watch([.bar], let background)) = effect { background } else { nil }
        }
        #expect(watched == [[.alerts]])
    }

    @Test("an alert colours its cell and is counted on the bar") func bar() {
        var visit = Visit.connected(width: 160)
        refresh(&visit, have: 85, refreshes: 2)
        #expect(visit.statusBar.contains("1 alert"))
        #expect(visit.statusBar.contains("85/100 sessions"))
        #expect(visit.styleOnBar(of: "85/100")?.foreground == Golden.theme[.warning].foreground)
        refresh(&visit, have: 97, refreshes: 1)
        #expect(visit.styleOnBar(of: "97/100")?.foreground == Golden.theme[.bad].foreground)
        refresh(&visit, have: 12, refreshes: 5)
        #expect(!visit.statusBar.contains("alert"))
        #expect(visit.styleOnBar(of: "12/100")?.foreground != Golden.theme[.warning].foreground)
    }

    @Test("a beginning and an end are handed to the log, once each") func log() {
        var visit = Visit.connected()
        _ = visit.takeEffects()
        func logged(_ effects: [Effect]) -> [AlertChange] {
            effects.compactMap { if case .log(let change) = $0 { change } else { nil } }
        }
        refresh(&visit, have: 85, refreshes: 5)
        refresh(&visit, have: 12, refreshes: 5)
        let changes = logged(visit.takeEffects())
        #expect(changes.map { $0.words.prefix(32) } == ["alert began: connections warning", "alert ended: connections warning"])
    }

    @Test("while it is recorded, every page is asked for now and then") func recorded() {
        var visit = Visit()
        visit.record()
        visit.begin()
        visit.press("m 2 m")
        let watched = visit.takeEffects().compactMap { effect -> [Set<Topic>]? in
            if case .worker(.watch(let topics, let background)) = effect { [topics, background] } else { nil }
        }
        let all = Set(Topic.allCases)
        #expect(watched == [[[.bar], all], [[.bar, .overview], all], [[.bar, .sessions], all], [[.bar], all]])
    }

    @Test("what this program has to say of itself stands on the message line until the next key") func said() {
        var visit = Visit.connected()
        visit.change { update(&$0, .said(.init("the recording is losing lines: no space", role: .bad)), at: $0.now) }
        #expect(visit.hintLine.contains("the recording is losing lines: no space"))
        visit.press("j")
        #expect(!visit.hintLine.contains("losing lines"))
    }

    @Test("the bell rings once, at the beginning") func bell() {
        var visit = Visit.connected()
        _ = visit.takeEffects()
        refresh(&visit, have: 85, refreshes: 20)
        #expect(rings(visit.takeEffects()) == 1)
        refresh(&visit, have: 12, refreshes: 10)
        #expect(rings(visit.takeEffects()) == 0)
        refresh(&visit, have: 85, refreshes: 2)
        #expect(rings(visit.takeEffects()) == 1)
    }

    @Test("switched off, neither bell nor notification is asked for") func silence() {
        var visit = Visit.connected(alerts: AlertSettings(bell: false))
        refresh(&visit, have: 85, refreshes: 2)
        let effects = visit.takeEffects()
        #expect(rings(effects) == 0 && notifications(effects) == [])
        #expect(visit.statusBar.contains("1 alert"))
    }

    @Test("a notification names the server and says what is wrong") func notification() {
        var visit = Visit.connected(alerts: AlertSettings(notification: .osc9))
        refresh(&visit, have: 85, refreshes: 2)
        #expect(notifications(visit.takeEffects()) == ["db.example.org: 85 of 100 sessions in use"])
    }

    @Test("a server that is away is an alert after ten seconds, though nothing happens") func away() {
        var visit = Visit.connected(width: 160)
        _ = visit.takeEffects()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(30))))
        visit.wait(.seconds(9))
        #expect(rings(visit.takeEffects()) == 0)
        visit.wait(.seconds(2))
        #expect(rings(visit.takeEffects()) == 1)
        #expect(visit.statusBar.contains("1 alert"))
        visit.receive(.link(.connecting(.authenticating, since: visit.now)))
        visit.receive(.link(.ready(Fixture.server)))
        visit.wait(.seconds(6))
        #expect(!visit.statusBar.contains("alert"))
        #expect(visit.state.alerts.past.map(\.rule) == [.serverAway])
    }

    @Test("typing a password at the beginning is no absence; being refused later is one") func password() {
        let refused = PostgresError(.authentication, "password authentication failed for user \"lectura\"", sqlState: "28P01")
        var visit = Visit()
        visit.begin()
        visit.receive(.link(.passwordNeeded(refused)))
        visit.wait(.seconds(60))
        #expect(visit.state.alerts.standing.isEmpty)
        visit = Visit.connected()
        visit.receive(.link(.passwordNeeded(refused)))
        visit.wait(.seconds(60))
        #expect(visit.state.alerts.standing.map(\.rule) == [.serverAway])
    }

    @Test("A lists those that stand and those that are over, with beginning, end and numbers") func overlay() {
        var visit = Visit.connected()
        refresh(&visit, have: 85, refreshes: 2)
        refresh(&visit, have: 97, refreshes: 1)
        refresh(&visit, have: 12, refreshes: 5)
        var snapshot = busy(12, at: visit.state.wallClock + 1)
        snapshot[ReplicationSlotsProbe.self] = .value(
            LimitedList([ReplicationSlot(name: "sub\u{1b}[31m", type: "logical", retainedBytes: 12 << 30)]), asOf: snapshot.takenAt)
        visit.receive(.snapshot(snapshot))
        visit.press("A")
        Golden.expect(visit, "alerts-120x40")
        visit.press("A")
        #expect(visit.state.layers.isEmpty)
    }

    @Test("going to another server begins with an empty book") func elsewhere() {
        var visit = Visit.connected()
        refresh(&visit, have: 85, refreshes: 2)
        visit.change { $0.connect(to: Fixture.connection.parameters) }
        #expect(visit.state.alerts.standing.isEmpty && visit.state.alerts.past.isEmpty)
    }
}
