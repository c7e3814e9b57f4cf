import PostgresClient
import PostgresMonitor
import Settings
import Terminal

@testable import Dashboard

/// A person at a dashboard of several servers, as ``Visit`` is one at a dashboard of one.
struct FleetVisit {
    private(set) var fleet: Fleet
    private(set) var now = Visit.beginning
    /// What the fleet asked the outside to do since the last ``takeEffects()``.
    private(set) var effects: [FleetEffect] = []
    private var answered: [Set<RequestID>]
    private var history: [FleetEffect] = []

    init(
        _ names: [String], width: Int = 120, height: Int = 40, glyphs: Glyphs = .unicode, policy: PasswordPolicy = .whenNeeded,
        alerts: AlertSettings = AlertSettings()
    ) {
        _ = Visit.locale
        let decks = names.enumerated().map { number, name in
            DashboardState(
                size: Size(width: width, height: height), now: Visit.beginning,
                interface: InterfaceSettings(theme: Golden.theme, alerts: alerts),
                connection: FleetFixture.connection(FleetFixture.server(number)), glyphs: glyphs,
                passwordPolicy: policy, wallClock: Fixture.snapshots[0].takenAt)
        }
        fleet = Fleet(decks, names: names)
        answered = names.map { _ in [] }
    }

    /// All of them there; what was asked is answered.
    static func connected(
        _ names: [String], width: Int = 120, height: Int = 40, glyphs: Glyphs = .unicode, alerts: AlertSettings = AlertSettings()
    ) -> FleetVisit {
        var visit = FleetVisit(names, width: width, height: height, glyphs: glyphs, alerts: alerts)
        visit.begin()
        for server in names.indices { visit.connect(server) }
        return visit
    }

    mutating func connect(_ server: Int) {
        receive(.link(.ready(FleetFixture.server(server))), from: server)
        answer()
        for snapshot in FleetFixture.snapshots(server) { receive(.snapshot(snapshot), from: server) }
    }

    mutating func begin() { add(start(&fleet)) }

    mutating func receive(_ event: WorkerEvent, from server: Int) { add(update(&fleet, .worker(event, server: server), at: now)) }

    mutating func receive(_ event: TerminalEvent) { add(update(&fleet, .terminal(event), at: now)) }

    /// As a visit's: `press("f j enter")`; `M-2` is Alt and a digit.
    mutating func press(_ script: String) {
        for word in script.split(separator: " ") {
            let name = String(word)
            let chord = name.hasPrefix("M-") ? KeyChord(.character(name.last!), alt: true) : KeyChord(named: name)
            receive(.key(chord))
        }
    }

    mutating func wait(_ duration: Duration) {
        let end = now + duration
        while let wake = fleet.nextWake, wake <= end {
            now = max(now, wake)
            add(update(&fleet, .tick, at: now))
        }
        now = end
        add(update(&fleet, .tick, at: now))
    }

    /// Each server answers what it was asked, and what follows from that.
    mutating func answer() {
        while let (server, request) = openRequests.first(where: { Fixture.answer($0.1.question) != nil }) {
            answered[server].insert(request.id)
            receive(.answered(request.id, Fixture.answer(request.question)!), from: server)
        }
    }

    private var openRequests: [(Int, Request)] {
        var open: [(Int, Request)] = []
        for sent in history {
            switch sent.effect {
            case .worker(.ask(let request)): open.append((sent.server, request))
            case .worker(.cancel(let id)): open.removeAll { $0 == sent.server && $1.id == id }
            default: break
            }
        }
        return open.filter { !answered[$0].contains($1.id) }
    }

    private mutating func add(_ new: [FleetEffect]) {
        effects += new
        history += new
    }

    mutating func takeEffects() -> [FleetEffect] {
        defer { effects = [] }
        return effects
    }

    /// The questions that a server was asked since the last ``takeEffects()``.
    func questions(to server: Int) -> [Question] {
        effects.compactMap { sent in
            if sent.server == server, case .worker(.ask(let request)) = sent.effect { request.question } else { nil }
        }
    }

    /// What a server's worker was last told to watch at each refresh.
    func watched(_ server: Int) -> Set<Topic>? {
        effects.compactMap { sent in
            if sent.server == server, case .worker(.watch(let topics, _)) = sent.effect { topics } else { nil }
        }.last
    }

    /// Whether a server's worker was last told that somebody browses; nil where it was told nothing.
    func browsed(_ server: Int) -> Bool? {
        effects.compactMap { sent in
            if sent.server == server, case .worker(.browse(let isBrowsed)) = sent.effect { isBrowsed } else { nil }
        }.last
    }

    var surface: Surface { view(fleet) }
    var screen: [String] { surface.lines }
}

/// Some servers of known facts.
enum FleetFixture {
    static let names = ["orders", "billing", "reports"]

    static func server(_ number: Int) -> ServerIdentity {
        ServerIdentity(
            version: ServerVersion(number: [140_017, 160_009, 180_001][number % 3]), host: "db\(number + 1).example.org",
            address: "192.0.2.\(number + 1)", port: "5432", database: "1245", user: "lectura", backendPID: 4711, tls: nil,
            usedPassword: true)
    }

    static func snapshots(_ number: Int) -> [Snapshot] {
        Fixture.snapshots.map { snapshot in
            var own = snapshot
            own.server = server(number)
            own.roundTrip = [.milliseconds(34), .microseconds(300), .milliseconds(1200)][number % 3]
            own[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: [12, 7, 66][number % 3]), asOf: own.takenAt)
            let pulse = ServerPulse(
                unitBegan: Fixture.serverTime, serverTime: Fixture.serverTime, startedAt: 1_000_000, isInRecovery: number == 1)
            own[ServerPulseProbe.self] = .value(pulse, asOf: own.takenAt)
            return own
        }
    }

    static func connection(_ server: ServerIdentity) -> ConnectionSettings {
        var line = CommandLineSettings()
        line.host = server.host
        line.port = server.port
        line.user = server.user
        line.database = server.database
        return try! Settings.load(line, environment: [:], workingDirectory: "/", home: nil).connection
    }
}
