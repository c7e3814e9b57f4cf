import PostgresClient
import PostgresMonitor
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("Several servers") struct FleetTests {
    private static let refused = PostgresError(.unreachable, "Connection refused", cause: .refused)

    @Test("each has a line above the panes of the first", arguments: [(80, 24), (120, 40), (200, 60)])
    func lines(width: Int, height: Int) {
        var visit = FleetVisit.connected(FleetFixture.names, width: width, height: height)
        visit.receive(.link(.silent(FleetFixture.server(1), since: visit.now)), from: 1)
        visit.wait(.seconds(12))
        Golden.expect(visit.surface, "fleet/lines-\(width)x\(height)")
    }

    @Test("in ASCII, with the keys among the lines") func ascii() {
        var visit = FleetVisit.connected(FleetFixture.names, height: 24, glyphs: .ascii)
        visit.receive(.link(.waiting(Self.refused, until: visit.now + .seconds(4))), from: 2)
        visit.press("f j")
        Golden.expect(visit.surface, "fleet/ascii")
    }

    @Test("before anything is known, and where a password is wanted") func beginning() {
        var visit = FleetVisit(FleetFixture.names, width: 80, height: 24)
        visit.begin()
        visit.receive(.link(.connecting(.resolving(host: "db1.example.org"), since: visit.now)), from: 0)
        visit.receive(.link(.passwordNeeded(PostgresError(.passwordRequired, "the server asks for a password"))), from: 2)
        Golden.expect(visit.surface, "fleet/beginning")
        #expect(visit.fleet.decks[2].layers.isEmpty)
    }

    @Test("many take a quarter of the screen and scroll") func many() {
        var visit = FleetVisit.connected((1...20).map { "server\($0)" }, width: 80, height: 24)
        #expect(visit.screen[5].contains("server6") && visit.screen[6].contains("Databases"))
        visit.press("f G")
        Golden.expect(visit.surface, "fleet/many")
        #expect(visit.screen[5].contains("server20"))
        visit.press("enter")
        #expect(visit.fleet.selected == 19)
    }

    @Test("no size is too small to draw", arguments: [(1, 1), (2, 2), (3, 3), (10, 4), (20, 6), (40, 9), (300, 1), (1, 100)])
    func tiny(width: Int, height: Int) {
        var visit = FleetVisit.connected(FleetFixture.names, width: width, height: height)
        for keys in ["f", "j enter", "? esc", "F", "f"] {
            visit.press(keys)
            #expect(visit.surface.size == Size(width: width, height: height))
        }
    }

    @Test("one server alone has no line, and its keys are not in help or hints") func alone() {
        var visit = FleetVisit.connected(["orders"])
        #expect(visit.surface == view(visit.fleet.deck) && visit.fleet.deck.size == Size(width: 120, height: 40))
        #expect(!visit.screen.joined().contains("f servers"))
        visit.press("}")
        #expect(visit.screen.last?.contains("there is one server") ?? false)
        visit.press("?")
        #expect(!visit.screen.joined().contains("Several servers"))
    }

    @Test("enter on a line moves the panes there, and coming back they are as they were left") func enter() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("tab l")
        visit.answer()
        visit.press("j j")
        let before = visit.screen.dropFirst(3)
        visit.press("f j j enter")
        visit.answer()
        #expect(visit.fleet.selected == 2 && visit.screen[2].contains("◆ reports"))
        #expect(visit.screen.contains { $0.contains("lectura@db3.example.org:5432/1245 │ PG 18.1") })
        visit.press("M-1")
        #expect(visit.fleet.selected == 0 && visit.screen.dropFirst(3) == before)
    }

    @Test("} and { go round, Alt and a digit picks, and one that is not there is told") func picking() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("} } }")
        #expect(visit.fleet.selected == 0)
        visit.press("{")
        #expect(visit.fleet.selected == 2)
        visit.press("M-2")
        #expect(visit.fleet.selected == 1)
        visit.press("M-7")
        #expect(visit.fleet.selected == 1 && visit.screen.last?.contains("there are 3 servers") ?? false)
    }

    @Test("esc, tab and f give the keys back to the panes; F hides the lines and shows them again") func focus() {
        var visit = FleetVisit.connected(FleetFixture.names)
        for key in ["esc", "tab", "f"] {
            visit.press("f")
            #expect(visit.screen.last?.contains("enter show its panes") ?? false)
            visit.press(key)
            #expect(visit.screen.last?.contains("f servers") ?? false)
        }
        visit.press("F")
        #expect(visit.screen[0].contains("Databases"))
        #expect(visit.fleet.deck.size.height == 40)
        visit.press("F")
        #expect(visit.screen[3].contains("Databases"))
        visit.press("F f")
        #expect(visit.screen[3].contains("Databases") && visit.screen.last?.contains("enter show its panes") ?? false)
    }

    @Test("what is being typed is text, but for Alt and a digit") func typing() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("/ f } F")
        #expect(visit.fleet.selected == 0 && visit.fleet.deck.databases.filter.field.text == "f}F")
        visit.press("M-2")
        #expect(visit.fleet.selected == 1)
    }

    @Test("a server that nobody has looked at is asked for nothing but what it watches") func unasked() {
        var visit = FleetVisit(FleetFixture.names)
        visit.begin()
        for server in 0...2 { visit.connect(server) }
        visit.wait(.seconds(120))
        for snapshot in FleetFixture.snapshots(1) { visit.receive(.snapshot(snapshot), from: 1) }
        #expect(visit.questions(to: 0).contains(.databases))
        #expect(visit.questions(to: 1).isEmpty && visit.questions(to: 2).isEmpty)
        #expect(visit.watched(1) == [.bar])
        #expect(visit.browsed(0) == nil && visit.browsed(1) == false)
        visit.press("}")
        #expect(visit.questions(to: 1).contains(.databases))
        #expect(visit.browsed(0) == false && visit.browsed(1) == true)
    }

    @Test("questions that were under way when one turned away are asked again on coming back") func owed() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("tab l")
        _ = visit.takeEffects()
        visit.press("}")
        let asked = visit.fleet.decks[0].pending.values.contains { if case .relations = $0 { true } else { false } }
        #expect(asked)
        visit.receive(.link(.waiting(Self.refused, until: visit.now + .seconds(1))), from: 0)
        visit.receive(.link(.ready(FleetFixture.server(0))), from: 0)
        #expect(visit.questions(to: 0).isEmpty)
        visit.press("{")
        #expect(visit.questions(to: 0).contains(.databases))
        #expect(visit.questions(to: 0).contains { if case .relations = $0 { true } else { false } })
    }

    @Test("the monitor is watched while its server is on the screen") func monitor() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("m 2")
        #expect(visit.watched(0) == [.bar, .sessions])
        visit.press("}")
        #expect(visit.watched(0) == [.bar])
        visit.press("{")
        #expect(visit.watched(0) == [.bar, .sessions])
    }

    @Test("m, A and i among the lines are meant of the server under the cursor") func meant() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("f j m")
        #expect(visit.fleet.selected == 1 && visit.fleet.deck.monitor.isOpen && !visit.fleet.decks[0].monitor.isOpen)
        visit.press("f j i")
        #expect(visit.fleet.selected == 2 && visit.screen.contains { $0.contains("db3.example.org port 5432") })
    }

    @Test("r among the lines tries that server now") func retry() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.receive(.link(.waiting(Self.refused, until: visit.now + .seconds(30))), from: 1)
        visit.press("f j r")
        let tried = visit.effects.contains { if case .worker(.retryNow) = $0.effect { $0.server == 1 } else { false } }
        #expect(tried && visit.fleet.selected == 0)
    }

    @Test("an alert of a server that is not on the screen is counted on its line, rings, and is told with its name") func alerts() {
        var visit = FleetVisit.connected(FleetFixture.names, alerts: AlertSettings(notification: .osc9))
        _ = visit.takeEffects()
        for moment in 1...2 {
            var snapshot = FleetFixture.snapshots(1).last!
            snapshot.takenAt += Double(2 * moment)
            snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: 85), asOf: snapshot.takenAt)
            visit.wait(.seconds(2))
            visit.receive(.snapshot(snapshot), from: 1)
        }
        #expect(visit.screen[1].contains("1 alert"))
        let effects = visit.takeEffects()
        #expect(effects.contains { if case .ring = $0.effect { $0.server == 1 } else { false } })
        let told = effects.compactMap { if case .notify(let text) = $0.effect { text } else { nil } }
        #expect(told == ["billing: 85 of 100 sessions in use"])
    }

    @Test("a server that is away becomes an alert though nobody looks") func away() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.receive(.link(.waiting(Self.refused, until: visit.now + .seconds(30))), from: 2)
        visit.wait(.seconds(12))
        #expect(visit.screen[2].contains("1 alert") && visit.screen[2].contains("connection refused; next try in 18 s"))
    }

    @Test("a password is asked for when its server comes into view, and goes there alone") func password() {
        var visit = FleetVisit(FleetFixture.names)
        visit.begin()
        visit.receive(.link(.passwordNeeded(PostgresError(.passwordRequired, "the server asks for a password"))), from: 1)
        #expect(visit.screen[1].contains("a password is needed") && !visit.screen.joined().contains("log in"))
        visit.press("}")
        #expect(visit.screen.joined().contains("for lectura@db2.example.org"))
        _ = visit.takeEffects()
        visit.press("s 3 c enter")
        let given = visit.effects.filter { if case .worker(.password) = $0.effect { true } else { false } }
        #expect(given.map(\.server) == [1])
        #expect(visit.fleet.decks[0].connection.parameters.password == nil && visit.fleet.decks[2].connection.parameters.password == nil)
    }

    @Test("the dialog for a password names the service where that is all that is known of the server") func service() {
        let prompt = PasswordPrompt(ConnectionParameters(["service": "billing", "user": "ana"]), reason: "")
        #expect(prompt.login == "ana at service billing")
    }

    @Test("with -W a server is connected to once its password was typed, asked for when it comes into view") func passwordFirst() {
        var visit = FleetVisit(FleetFixture.names, policy: .always)
        visit.begin()
        #expect(!visit.effects.contains { if case .worker(.connect) = $0.effect { true } else { false } })
        #expect(visit.screen[2].contains("a password is needed") && !visit.screen.joined().contains("No server is named"))
        visit.press("M-3 p w enter")
        let connected = visit.effects.filter { if case .worker(.connect) = $0.effect { true } else { false } }
        #expect(connected.map(\.server) == [2])
    }

    @Test("the panes that go to another server by the form take the line's name with them") func elsewhere() {
        var visit = FleetVisit.connected(FleetFixture.names, width: 200)
        var parameters = visit.fleet.deck.connection.parameters
        parameters["host"] = "db9.example.org"
        visit.receive(.moved(parameters), from: 0)
        #expect(visit.screen[0].contains("lectura@db9.example.org:5432/1245") && !visit.screen[0].contains("orders"))
    }

    @Test("a click selects a line, a double click moves the panes, and clicks below mean the panes") func mouse() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.receive(.mouse(MouseEvent(.press, at: Point(x: 5, y: 1))))
        #expect(visit.fleet.selected == 0 && visit.fleet.lines.window.cursor == 1)
        visit.receive(.mouse(MouseEvent(.press, at: Point(x: 5, y: 5))))
        #expect(!visit.fleet.lines.hasKeys && visit.fleet.deck.databases.window.cursor == 1)
        visit.receive(.mouse(MouseEvent(.doublePress, at: Point(x: 5, y: 2))))
        #expect(visit.fleet.selected == 2)
    }

    @Test("q quits from the lines and from the panes, ^C twice from everywhere") func quit() {
        for keys in ["q", "f q", "^c ^c", "f ^c ^c", "} f j q"] {
            var visit = FleetVisit.connected(FleetFixture.names)
            visit.press(keys)
            #expect(visit.effects.contains { if case .quit = $0.effect { true } else { false } }, "\(keys)")
        }
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press("^c f ^c")
        #expect(!visit.effects.contains { if case .quit = $0.effect { true } else { false } })
    }

    @Test("nothing wakes it while all are well, and a silent one that nobody looks at once a refresh") func wakes() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.wait(.seconds(60))
        visit.receive(.snapshot(Fixture.snapshot), from: 0)
        // But for a status that is late.
        #expect(visit.fleet.nextWake == visit.now + .seconds(3))
        visit.receive(.link(.silent(FleetFixture.server(1), since: visit.now)), from: 1)
        visit.wait(.seconds(60))
        visit.receive(.snapshot(Fixture.snapshot), from: 0)
        #expect(visit.fleet.nextWake == visit.now + .seconds(2))
        visit.press("F")
        #expect(visit.fleet.nextWake == visit.now + .seconds(3))
    }

    @Test("the help has the keys of several servers") func help() {
        var visit = FleetVisit.connected(FleetFixture.names, height: 70)
        visit.press("?")
        for entry in ActionTable.entries { #expect(visit.screen.joined().contains(entry.help), "\(entry.help)") }
    }

    @Test("a resize reaches the panes that are not on the screen too") func resize() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.receive(.resize(Size(width: 80, height: 24)))
        #expect(visit.fleet.decks.map(\.size) == Array(repeating: Size(width: 80, height: 21), count: 3))
        #expect(visit.surface.size == Size(width: 80, height: 24))
    }

    @Test("a line of the command line's history is there on every server") func history() {
        var visit = FleetVisit.connected(FleetFixture.names)
        visit.press(": l enter esc } : up")
        #expect(visit.screen.last?.contains("l") ?? false)
        #expect(visit.fleet.deck.commandHistory.lines == ["l"])
    }

    @Test("names from outside stay within their line") func hostile() {
        let visit = FleetVisit.connected(["esc\u{1b}[2Jape", "new\nline", "日本語"], width: 80, height: 24)
        #expect(visit.screen[3].contains("Databases"))
        #expect(!visit.screen.joined().contains("\u{1b}"))
    }
}
