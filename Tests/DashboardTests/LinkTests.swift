import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("The link to the server") struct LinkTests {
    private func quits(_ effects: [Effect]) -> Bool {
        effects.contains { if case .quit = $0 { true } else { false } }
    }

    private static let moments: [(String, LinkState)] = [
        ("resolving", .connecting(.resolving(host: "db.example.org"), since: Visit.beginning)),
        ("authenticating", .connecting(.authenticating, since: Visit.beginning)),
        ("ready", .ready(Fixture.server)),
        ("silent", .silent(Fixture.server, since: Visit.beginning)),
        ("waiting", .waiting(Fixture.lost, until: Visit.beginning + .seconds(30))),
    ]

    @Test("q quits at any moment outside a text field", arguments: moments) func quit(name: String, link: LinkState) {
        var visit = Visit()
        visit.begin()
        visit.receive(.link(link))
        _ = visit.takeEffects()
        visit.press("q")
        #expect(quits(visit.takeEffects()), "\(name)")
    }

    @Test("^C twice quits everywhere, once closes what lies on top", arguments: ["?", "i", "c", "/", "z"]) func cancelTwice(key: String) {
        var visit = Visit.connected()
        visit.press(key)
        _ = visit.takeEffects()
        visit.press("^c")
        #expect(visit.state.layers.isEmpty && !visit.state.isEnteringText)
        #expect(!quits(visit.takeEffects()))
        visit.press("^c")
        #expect(quits(visit.takeEffects()))
    }

    @Test("^C with another key between does not quit") func cancelApart() {
        var visit = Visit.connected()
        visit.press("^c j ^c")
        #expect(!quits(visit.takeEffects()))
    }

    @Test("a lost link keeps every fact, shows its age, and asks again when it is back") func comeBack() {
        var visit = Visit.connected()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(1))))
        visit.wait(.seconds(12))
        #expect(visit.screen.contains { $0.contains("1245") && $0.contains("51 GB") })
        #expect(visit.screen.contains { $0.contains("Databases") && $0.contains("12 s old") })
        #expect(visit.statusBar.contains("as of 12 s ago"))
        visit.receive(.link(.connecting(.authenticating, since: visit.now)))
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions == [.databases, .schemas(database: "1245")])
        visit.answer(Fixture.answer)
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(!visit.screen.contains { $0.contains(" old") })
    }

    @Test("each fact of the bar fails by itself") func ownTrouble() {
        var visit = Visit.connected(width: 160)
        var snapshot = Fixture.snapshot
        snapshot.rates = Rates()
        snapshot[DatabaseStatisticsProbe.self] = .forbidden(grant: "GRANT SELECT", last: Aged(DatabaseStatistics(sessions: 12), asOf: 0))
        visit.receive(.snapshot(snapshot))
        #expect(visit.statusBar.contains("?/100 sessions"))
        #expect(visit.statusBar.contains("? tx/s"))
        #expect(visit.statusBar.contains("hit ?"))
        #expect(visit.statusBar.contains("up 93 d"))
        snapshot[ServerPulseProbe.self] = .late(last: nil)
        snapshot[ServerFactsProbe.self] = .notAsked
        snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: 12), asOf: 0)
        visit.receive(.snapshot(snapshot))
        #expect(visit.statusBar.contains("PostgreSQL 14.17"))
        #expect(visit.statusBar.contains("up ?"))
        #expect(visit.statusBar.contains("12/? sessions"))
        // An interval that has only begun is no trouble.
        #expect(visit.statusBar.contains("- tx/s"))
    }

    @Test("an idle dashboard wakes for nothing but a status that is late; while something loads, once a second") func idle() {
        var visit = Visit.connected()
        visit.receive(.snapshot(Fixture.snapshot))
        let late = visit.now + visit.state.interface.refresh + .seconds(1)
        visit.wait(.seconds(1))
        #expect(visit.state.nextWake == late)
        visit.press("r")
        #expect(visit.state.nextWake == visit.now + .seconds(1))
        visit.answer(Fixture.answer)
        #expect(visit.state.nextWake == late)
    }

    @Test("a status that is late while the link holds shows its age, and loses it with the next one") func late() {
        var visit = Visit.connected()
        visit.receive(.snapshot(Fixture.snapshot))
        visit.wait(visit.state.interface.refresh)
        #expect(!visit.statusBar.contains("as of"))
        visit.wait(.seconds(2))
        #expect(visit.statusBar.contains("as of \(timeSpan(visit.state.interface.refresh + .seconds(2))) ago"))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(!visit.statusBar.contains("as of"))
    }

    /// A break of the link each, as libpq, the server or the worker tells it.
    private static let breaks: [(error: PostgresError, words: String)] = [
        (PostgresError(.unreachable, "Connection refused", cause: .refused), "connection refused"),
        (PostgresError(.connectionLost, "server closed the connection", cause: .reset), "connection reset"),
        (PostgresError(.connectionLost, "server closed the connection", cause: .closed), "connection closed"),
        (PostgresError(.connectionLost, "nothing came", cause: .timedOut), "no answer, given up"),
        (PostgresError(.unreachable, "no answer in 10 s", cause: .timedOut), "host does not answer"),
        (PostgresError(.unreachable, "No route to host", cause: .hostUnreachable), "no route to host"),
        (PostgresError(.unreachable, "Network is unreachable", cause: .networkUnreachable), "network unreachable"),
        (PostgresError(.nameResolution, "Name or service not known"), "host not found"),
        (PostgresError(.nameResolution, "Temporary failure", cause: .resolverSilent), "resolver does not answer"),
        (PostgresError(.connectionLost, "terminating connection", sqlState: "57P01"), "ended by an administrator"),
        (PostgresError(.connectionLost, "terminating connection", sqlState: "57P02"), "server crashed"),
        (PostgresError(.refusedByServer, "the database system is starting up", sqlState: "57P03"), "server starting"),
        (PostgresError(.refusedByServer, "the database system is shutting down", sqlState: "57P03"), "server shutting down"),
        (PostgresError(.refusedByServer, "the database system is in recovery mode", sqlState: "57P03"), "server in recovery"),
        (
            PostgresError(.refusedByServer, "the database system is not accepting connections", sqlState: "57P03"),
            "standby takes no sessions"
        ),
        (PostgresError(.refusedByServer, "el sistema de bases de datos está iniciándose", sqlState: "57P03"), "server not ready"),
        (
            PostgresError(
                .refusedByServer, "remaining connection slots are reserved for roles with the SUPERUSER attribute", sqlState: "53300"),
            "server is full"
        ),
        (PostgresError(.refusedByServer, "too many connections for role \"a\"", sqlState: "53300"), "no session left for this role"),
        (PostgresError(.refusedByServer, "database \"a\" does not exist", sqlState: "3D000"), "no such database"),
        (PostgresError(.refusedByServer, "permission denied for database \"a\"", sqlState: "42501"), "no CONNECT"),
        (PostgresError(.authentication, "password authentication failed", sqlState: "28P01"), "password refused"),
        (PostgresError(.authentication, "role \"a\" is not permitted to log in", sqlState: "28000"), "login refused"),
        (PostgresError(.tls, "SSL error: certificate verify failed", cause: .certificateExpired), "certificate expired"),
        (PostgresError(.tls, "SSL error: certificate verify failed"), "certificate not trusted"),
        (PostgresError(.connectionLost, "this computer slept for 1 h", cause: .asleep), "woken from sleep"),
    ]

    @Test("each way in which a link breaks has words of its own on the bar, with the last facts and their age", arguments: breaks)
    func words(error: PostgresError, words: String) {
        var visit = Visit.connected(width: 160)
        visit.receive(.link(.waiting(error, until: visit.now + .seconds(30))))
        visit.wait(.seconds(12))
        #expect(visit.statusBar.contains("│ \(words); next try in 18 s │"), "\(visit.statusBar)")
        #expect(visit.statusBar.contains("as of 12 s ago"), "\(visit.statusBar)")
        #expect(visit.statusBar.contains("12/100 sess"))
        #expect(Self.breaks.count { $0.words == words } == 1)
    }

    @Test("a slow link is called so while its alert stands") func slow() {
        var visit = Visit.connected(width: 160)
        var snapshot = Fixture.snapshot
        snapshot.roundTrip = .milliseconds(2300)
        snapshot.metrics[.latency] = 2.3
        for _ in 0..<40 {
            visit.wait(.seconds(2))
            snapshot.sequence += 1
            snapshot.takenAt += 2
            visit.receive(.snapshot(snapshot))
        }
        #expect(visit.statusBar.contains("slow: 2.3 s"), "\(visit.statusBar)")
    }

    @Test("a name that leads elsewhere than before is told when it is reached") func elsewhere() {
        var visit = Visit.connected()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(1))))
        var server = Fixture.server
        server.backendPID += 1
        visit.receive(.link(.ready(server)))
        #expect(visit.state.message == nil)
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(1))))
        server.address = "192.0.2.99"
        visit.receive(.link(.ready(server)))
        #expect(visit.hintLine.contains("db.example.org (192.0.2.99) port 2345 answers now"), "\(visit.hintLine)")
    }

    @Test("an answer that nobody waits for is dropped") func dropped() {
        var visit = Visit.connected()
        let before = visit.screen
        visit.receive(.answered(RequestID(rawValue: 9_999), .databases([])))
        #expect(visit.screen == before)
    }

    @Test("r tries at once while the server is away") func retry() {
        var visit = Visit()
        visit.begin()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(30))))
        _ = visit.takeEffects()
        visit.press("r")
        #expect(visit.takeEffects().contains { if case .worker(.retryNow) = $0 { true } else { false } })
    }

    @Test("+ and - change the refresh within its bounds, p pauses") func refresh() {
        var visit = Visit.connected()
        _ = visit.takeEffects()
        visit.press("- + + + + +")
        let intervals = visit.takeEffects().compactMap { if case .worker(.refresh(let every)) = $0 { every } else { nil } }
        #expect(intervals == [.seconds(5), .seconds(2), .seconds(1), .milliseconds(500), .milliseconds(500), .milliseconds(500)])
        visit.press("p")
        #expect(visit.statusBar.contains("paused"))
    }

    @Test("what failed while the link holds is asked again by itself, not more often than every ten seconds") func heals() {
        var visit = Visit.connected()
        let full = PostgresError(.refusedByServer, "sorry, too many clients already", sqlState: "53300")
        let size = Question.databaseSize(OID(16385))
        visit.press("r")
        visit.answer { if case .databases = $0 { .databases(Fixture.databases) } else { nil } }
        visit.fail(full) { $0 == size }
        visit.answer(Fixture.answer)
        visit.wait(.seconds(10))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.questions == [size])
        visit.fail(full) { $0 == size }
        visit.wait(.seconds(2))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.questions.isEmpty)
    }

    @Test("a definition behind a lock is asked again while its relation stays selected") func lockedDefinition() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j enter")
        visit.answer { question in
            guard case .definitions = question else { return Fixture.answer(question) }
            return .definitions(
                RelationDefinitions(), unavailable: PostgresError(.server, "canceling statement due to lock timeout", sqlState: "55P03"))
        }
        #expect(visit.screen.contains { $0.contains("? locked by") })
        visit.wait(.seconds(10))
        visit.receive(.snapshot(Fixture.snapshot))
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("0.00") })
    }

    @Test("a database that has gone is left by entering another one of the list") func goneDatabase() {
        var visit = Visit.connected()
        let gone = PostgresError(.refusedByServer, "database \"1245\" does not exist", sqlState: "3D000")
        visit.receive(.link(.waiting(gone, until: visit.now + .seconds(30))))
        _ = visit.takeEffects()
        visit.press("j enter")
        let connects = visit.takeEffects().compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }
        #expect(connects.map(\.database) == ["2207"])
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions.contains(.schemas(database: "2207")))
    }

    @Test("a group collapsed while the link was away is not left to grow old") func collapsedGroup() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(1))))
        visit.press("j h")
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer(Fixture.answer)
        #expect(!visit.screen.contains { $0.contains(" old") && $0.contains("tables") })
        visit.press("l")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("customers") })
    }

    @Test("a status that is no longer asked for shows its age") func pausedAge() {
        var visit = Visit.connected()
        visit.press("p")
        visit.wait(.seconds(30))
        #expect(visit.statusBar.contains("as of 30 s ago"))
    }
}
