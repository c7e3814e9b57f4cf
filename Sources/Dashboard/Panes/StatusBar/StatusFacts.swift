internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

/// One fact of the server on the bar.
struct StatusFact {
    /// The higher, the longer it stays when room is short.
    var weight: Int
    var text: String
    var short: String?
    var role = Role.text
    /// Whether it is a rate whose interval has only begun.
    var isPending = false
    /// The rule whose alert colours it.
    var rule: AlertRule?
}

/// The facts of the server on the bar, each by itself: one that cannot be had is `?` and leaves all others standing; `-` is a rate whose
/// interval has only begun. A standing alert colours the fact that it is about.
func statusFacts(_ snapshot: Snapshot, _ history: History, _ glyphs: Glyphs, _ alerts: [Alert] = []) -> [StatusFact] {
    var facts: [StatusFact] = [.version(snapshot.server.version)]
    facts.append(StatusFact(weight: 60, text: "up " + (snapshot.pulse.value.map { timeSpan(seconds: $0.uptime) } ?? "?")))
    if let role = StatusFact.role(snapshot) { facts.append(role) }
    facts.append(.sessions(snapshot))
    facts += activity(snapshot, history, glyphs)
    facts.append(.latency(snapshot))
    if snapshot.facts.last?.value.isSuperuser ?? false {
        facts.append(StatusFact(weight: 88, text: "superuser", short: "SU", role: .warning))
    }
    return facts.map { fact in
        var fact = fact.colored(by: alerts)
        if fact.rule == .latency, alerts.contains(where: { $0.rule == .latency }) { fact.text = "slow: " + fact.text }
        return fact
    }
}

// Those that the lines of servers tell as well.
extension StatusFact {
    static func version(_ version: ServerVersion) -> StatusFact {
        StatusFact(weight: 95, text: "PostgreSQL \(version)", short: "PG \(version)")
    }

    static func role(_ snapshot: Snapshot) -> StatusFact? {
        switch snapshot.pulse.value?.isInRecovery {
        case true?: StatusFact(weight: 90, text: "standby", role: .warning, rule: .replicationLag)
        case false?: StatusFact(weight: 20, text: "primary", rule: .replicationLag)
        case nil: nil
        }
    }

    static func sessions(_ snapshot: Snapshot) -> StatusFact {
        let used = snapshot.databaseStatistics.value?.sessions
        let most = snapshot.facts.value?.maximumSessions
        let words = (used.map(String.init) ?? "?") + "/" + (most.map(String.init) ?? "?")
        return StatusFact(weight: 89, text: words + " sessions", short: words + " sess", rule: .connections)
    }

    static func latency(_ snapshot: Snapshot) -> StatusFact {
        StatusFact(weight: 78, text: Dashboard.latency(snapshot.roundTrip), rule: .latency)
    }

    func colored(by alerts: [Alert]) -> StatusFact {
        guard let alert = alerts.first(where: { $0.rule == rule }) else { return self }
        var colored = self
        colored.role = alert.severity.role
        return colored
    }
}

/// Rates of the interval.
private func activity(_ snapshot: Snapshot, _ history: History, _ glyphs: Glyphs) -> [StatusFact] {
    let isPresent = snapshot.databaseStatistics.isPresent
    let unknown = isPresent ? "-" : "?"
    let rate = (snapshot.rates.transactions.map { compactCount($0) } ?? unknown) + " tx/s"
    let points = history.latest(.transactions, count: 8, every: snapshot.interval / .seconds(1))
    let graph = points.isEmpty ? "" : " " + Sparkline(points).text(columns: points.count, glyphs: glyphs)
    let hit = snapshot.rates.hitRatio
    return [
        StatusFact(weight: 70, text: rate + graph, short: rate, isPending: isPresent && snapshot.rates.transactions == nil),
        StatusFact(
            weight: 65, text: "hit " + (hit.map { tenths($0 * 100) + " %" } ?? unknown),
            short: "hit " + (hit.map { "\(Int64(saturating: $0 * 100))%" } ?? unknown), isPending: isPresent && hit == nil,
            rule: .cacheHit),
    ]
}
