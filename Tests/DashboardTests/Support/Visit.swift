import DisplayText
import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Settings
import Terminal

@testable import Dashboard

/// A person at a dashboard: presses keys, lets the server answer, lets time go by, and reads the screen. No terminal, no server.
struct Visit {
    static let beginning = ContinuousClock.now
    private(set) var state: DashboardState
    private(set) var now = Visit.beginning
    /// What the dashboard asked the outside to do since the last ``takeEffects()``.
    private(set) var effects: [Effect] = []

    init(
        width: Int = 120, height: Int = 40, glyphs: Glyphs = .unicode, policy: PasswordPolicy = .whenNeeded,
        connection: ConnectionSettings? = nil, alerts: AlertSettings = AlertSettings()
    ) {
        _ = Self.locale
        state = DashboardState(
            size: Size(width: width, height: height), now: now, interface: InterfaceSettings(theme: Golden.theme, alerts: alerts),
            connection: connection ?? Fixture.connection, glyphs: glyphs, passwordPolicy: policy, wallClock: Fixture.snapshots[0].takenAt)
    }

    /// Widths of characters are the locale's.
    static let locale: Void = precondition(DisplayText.adoptUTF8(), "no UTF-8 locale on this machine")

    /// A visit to the fixture's server, connected, with databases, schemas and status there.
    static func connected(
        width: Int = 120, height: Int = 40, glyphs: Glyphs = .unicode, alerts: AlertSettings = AlertSettings()
    ) -> Visit {
        var visit = Visit(width: width, height: height, glyphs: glyphs, alerts: alerts)
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer(Fixture.answer)
        for snapshot in Fixture.snapshots { visit.receive(.snapshot(snapshot)) }
        return visit
    }

    /// A visit to the fixture's server with one of its relations described as if a link had led there, all that is known of it on screen.
    static func describing(_ relation: UInt32, width: Int = 120, height: Int = 40) -> Visit {
        var visit = connected(width: width, height: height)
        let name = Fixture.descriptions[OID(relation)]!.relation
        visit.go(to: name, kind: .table)
        visit.answer(Fixture.answer)
        return visit
    }

    mutating func go(to name: RelationName, kind: RelationKind, in database: String? = nil) {
        effects += state.visit(name, kind: kind, in: database)
    }

    /// The row of the screen that holds a text, within the describer.
    func line(_ text: String) -> String? { screen.first { $0.contains(text) } }

    /// What the monitor sees is written down.
    mutating func record() { state.isRecording = true }

    mutating func begin() { effects += start(&state) }

    mutating func receive(_ event: WorkerEvent) { effects += update(&state, .worker(event), at: now) }

    mutating func receive(_ event: TerminalEvent) { effects += update(&state, .terminal(event), at: now) }

    /// `press("j j enter ?")`: names and characters, a space between two.
    mutating func press(_ script: String) {
        for word in script.split(separator: " ") { receive(.key(KeyChord(named: String(word)))) }
    }

    /// Does to the state what no key does yet, as the updates do it: what lies over the panes is settled after it.
    mutating func change(_ change: (inout DashboardState) -> [Effect]) {
        effects += change(&state)
        state.settleReaders()
    }

    mutating func type(_ text: String) {
        for character in text { receive(.key(.character(character))) }
    }

    mutating func wait(_ duration: Duration) {
        let end = now + duration
        while let wake = state.nextWake, wake <= end {
            now = max(now, wake)
            effects += update(&state, .tick, at: now)
        }
        now = end
        effects += update(&state, .tick, at: now)
    }

    /// Answers every question sent that the server knows an answer to, and those that follow from it.
    mutating func answer(_ server: (Question) -> Answer?) {
        while true {
            let answers = requests.compactMap { request in server(request.question).map { (request.id, $0) } }
            guard let (id, answer) = answers.first else { return }
            answered.insert(id)
            receive(.answered(id, answer))
        }
    }

    mutating func fail(_ error: PostgresError, where isMeant: (Question) -> Bool) {
        for request in requests where isMeant(request.question) {
            answered.insert(request.id)
            receive(.failed(request.id, error))
        }
    }

    private var answered: Set<RequestID> = []

    /// The requests sent that nobody answered or cancelled yet.
    var requests: [Request] {
        var open: [Request] = []
        for effect in history {
            switch effect {
            case .worker(.ask(let request)): open.append(request)
            case .worker(.cancel(let id)): open.removeAll { $0.id == id }
            default: break
            }
        }
        return open.filter { !answered.contains($0.id) }
    }

    private var history: [Effect] { taken + effects }
    private var taken: [Effect] = []

    mutating func takeEffects() -> [Effect] {
        defer {
            taken += effects
            effects = []
        }
        return effects
    }

    var questions: [Question] { requests.map(\.question) }

    var surface: Surface { view(state) }
    var screen: [String] { surface.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) } }
    var statusBar: String { screen[state.layout.statusBar.y] }
    /// The style that a text of the status bar is drawn in; nil where it is not there.
    func styleOnBar(of text: String) -> Style? {
        let cells = Array(surface.row(state.layout.statusBar.y))
        let letters = Array(text).map(String.init)
        return cells.indices.dropLast(letters.count).first { start in
            letters.indices.allSatisfy { cells[start + $0].text.description == letters[$0] }
        }.map { cells[$0].style }
    }

    var hintLine: String { screen[state.layout.hintLine.y] }
}
