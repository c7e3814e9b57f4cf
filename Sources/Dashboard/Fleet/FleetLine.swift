internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

/// What a line tells of its server, in the order of the columns.
enum FleetColumn: CaseIterable {
    case version, role, latency, sessions, alerts

    /// Numbers stand under each other by their last digit.
    var isNumber: Bool { self == .latency || self == .sessions }

    /// Who goes first where room is short.
    static let firstToGo: [FleetColumn] = [.version, .role, .sessions, .latency, .alerts]
}

/// The line of one server. What is old is drawn as such; what was never known is left out.
struct FleetLine {
    let mark: StyledText
    let name: StyledText
    /// Where it is; empty where the name says that.
    let address: StyledText
    /// The state of the link, with its times.
    let state: StyledText
    private let facts: [FleetColumn: StatusFact]
    private let alerts: StyledText

    init(_ deck: DashboardState, isSelected: Bool, now: Instant, _ glyphs: Glyphs) {
        let link = deck.link
        let glyph = isSelected ? glyphs.current : link.isReady ? glyphs.open : glyphs.closed
        mark = StyledText(String(glyph), linkRole(link))
        let words = deck.nameInFleet ?? ""
        name = StyledText(outside: words, isSelected ? .identifier : .text)
        let place = link.server.map { serverAddress($0, database: deck.tree.database) } ?? serverAddress(deck.connection.destination)
        address = place == words ? "" : StyledText(outside: place, .muted)
        state =
            if link == .idle, deck.waitsForPassword {
                StyledText("a password is needed", .warning)
            } else if deck.isPaused, link.isReady {
                StyledText("paused", .warning)
            } else {
                StyledText(outside: linkWords(link, now: now), linkRole(link))
            }
        let standing = deck.alerts.standing
        alerts = alertCount(standing)
        facts = Self.facts(deck).mapValues { fact in
            var drawn = fact.colored(by: standing)
            if deck.snapshot.isStale || deck.isPaused { drawn.role = .stale }
            return drawn
        }
    }

    private static func facts(_ deck: DashboardState) -> [FleetColumn: StatusFact] {
        guard let snapshot = deck.snapshot.value else {
            return deck.link.server.map { [.version: .version($0.version)] } ?? [:]
        }
        var facts: [FleetColumn: StatusFact] = [
            .version: .version(snapshot.server.version), .latency: .latency(snapshot), .sessions: .sessions(snapshot),
        ]
        facts[.role] = StatusFact.role(snapshot)
        return facts
    }

    func cell(_ column: FleetColumn, isWide: Bool) -> StyledText {
        if column == .alerts { return alerts }
        return facts[column].map { StyledText(isWide ? $0.text : $0.short ?? $0.text, $0.role) } ?? ""
    }
}
