internal import PostgresClient
public import PostgresMonitor
internal import Settings
internal import Terminal

extension DashboardState {
    /// Notifications at one event; more would be noise.
    private static let mostNotifications = 3

    /// After each event: lets the book of alerts have what has happened, or only the time.
    mutating func judgeAlerts(by event: DashboardEvent) -> [Effect] {
        // In a recording they were judged when it was made.
        guard replayed == nil else { return [] }
        var changes: [AlertChange] = []
        if case .worker(.snapshot(let snapshot)) = event {
            clocks = (now, snapshot.takenAt)
            changes = alerts.take(snapshot)
        }
        changes += alerts.take(linkCondition, since: link.silentSince.map { wallClock - (now - $0).inSeconds }, at: wallClock)
        guard !changes.isEmpty else { return [] }
        let logged = changes.map { Effect.log($0) }
        let begun = changes.compactMap { change in if case .began(let alert) = change { alert } else { nil } }
        guard !begun.isEmpty else { return logged }
        let server = nameInFleet ?? link.server?.host ?? connection.destination.host
        let words = begun.prefix(Self.mostNotifications).map { alert in (server.map { $0 + ": " } ?? "") + alert.words }
        return logged + (interface.alerts.bell ? [.ring] : []) + (interface.alerts.notification == .off ? [] : words.map { .notify($0) })
    }

    /// Now, by the machine's clock.
    public var wallClock: WallClock { clocks.wallClock + (now - clocks.instant) / .seconds(1) }

    /// A moment of the machine's clock by the one that wakes the dashboard, and no earlier.
    func instant(of moment: WallClock) -> Instant {
        max(now, clocks.instant + .seconds(moment - clocks.wallClock) + .milliseconds(1))
    }

    /// How alerts see the link.
    public var linkCondition: LinkCondition { LinkCondition(link, hasAnswered: snapshot.value != nil) }
}
