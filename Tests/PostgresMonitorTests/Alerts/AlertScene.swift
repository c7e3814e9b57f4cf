import PostgresClient
import PostgresMonitor

/// A book of alerts and a server that is as it is told to be: two seconds from one snapshot to the next, no clock.
struct AlertScene {
    var book: AlertBook
    /// Seconds since the epoch.
    var now: WallClock = 1_000_000
    /// What the next snapshot says.
    var snapshot = Snapshot(takenAt: 0, roundTrip: .milliseconds(1), server: EngineScene.server)
    private(set) var changes: [AlertChange] = []
    private var sequence = 0

    init(_ rules: AlertRules = AlertRules()) {
        book = AlertBook(rules: rules)
        set(sessions: 10)
        snapshot[ServerFactsProbe.self] = .value(
            ServerFacts(
                version: "PostgreSQL 15.18", serverVersion: EngineScene.server.version, maximumSessions: 100, isSuperuser: false,
                role: "lectura", database: "shop"), asOf: now)
    }

    /// Rules of which all others are switched off.
    static func only(_ rules: [AlertRule: Double]) -> AlertScene {
        var some = AlertRules()
        for rule in AlertRule.allCases { some[rule] = rules[rule] }
        return AlertScene(some)
    }

    mutating func set(sessions: Int) {
        snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: sessions), asOf: now)
    }

    /// A refresh in which everything that was asked before is asked again.
    @discardableResult
    mutating func refresh(after seconds: Double = 2, _ change: (inout Snapshot, WallClock) -> Void = { _, _ in }) -> [AlertChange] {
        now += seconds
        if let statistics = snapshot.databaseStatistics.value { snapshot[DatabaseStatisticsProbe.self] = .value(statistics, asOf: now) }
        snapshot[ServerPulseProbe.self] = .value(
            ServerPulse(unitBegan: now + 50, serverTime: now + 50, startedAt: 10, isInRecovery: false), asOf: now)
        change(&snapshot, now)
        sequence += 1
        snapshot.sequence = sequence
        snapshot.takenAt = now
        return keep(book.take(snapshot))
    }

    /// Refreshes with so many sessions each.
    mutating func sessions(_ counts: Int...) {
        for count in counts {
            set(sessions: count)
            refresh()
        }
    }

    /// - Parameter age: how many seconds it has been so already.
    @discardableResult
    mutating func link(_ link: LinkCondition, since age: Double? = nil, after seconds: Double = 0) -> [AlertChange] {
        now += seconds
        return keep(book.take(link, since: age.map { now - $0 }, at: now))
    }

    /// Lets time go by as the book asks for it.
    @discardableResult
    mutating func wait(_ seconds: Double) -> [AlertChange] {
        let end = now + seconds
        var changes: [AlertChange] = []
        while let next = book.nextMoment, next <= end {
            now = next
            changes += keep(book.pass(to: now))
        }
        now = end
        return changes + keep(book.pass(to: now))
    }

    private mutating func keep(_ changes: [AlertChange]) -> [AlertChange] {
        self.changes += changes
        return changes
    }

    /// `began connections`, `ended latency`, in their order.
    var story: [String] {
        changes.map { change in
            switch change {
            case .began(let alert): "began \(alert.rule.rawValue)"
            case .ended(let alert): "ended \(alert.rule.rawValue)"
            }
        }
    }
}
