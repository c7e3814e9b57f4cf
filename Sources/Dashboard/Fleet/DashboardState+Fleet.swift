internal import PostgresClient
internal import PostgresMonitor
internal import Settings

// A dashboard as one of a fleet: in view or behind the others.
extension DashboardState {
    var isInView: Bool { place?.isInView ?? true }

    /// Whether the keys go to this pane.
    func hasFocus(_ pane: PaneID) -> Bool { focus == pane && place?.hasKeys ?? true }

    /// What the fleet calls the server; once the panes have gone to another one, that one's address. nil for a server alone.
    public var nameInFleet: String? {
        guard let place else { return nil }
        let present = connection.parameters
        let isElsewhere = ["service", "host", "hostaddr", "port"].contains { configured[$0] != present[$0] }
        return isElsewhere ? serverAddress(present) : place.name
    }

    /// Whether nothing is tried before a person has typed a password.
    var waitsForPassword: Bool {
        if case .passwordNeeded = link { return true }
        return link == .idle && passwordPolicy == .always && connection.parameters.password == nil
    }

    /// Its panes come onto the screen, or leave it.
    mutating func take(inView: Bool) -> [Effect] {
        guard isInView != inView else { return [] }
        place?.isInView = inView
        if !inView, !pending.isEmpty { place?.owesQuestions = true }
        return [.worker(.browse(inView))] + (inView ? goOn() : [])
    }

    /// What could not be done while nobody looked.
    private mutating func goOn() -> [Effect] {
        if link == .idle { return layers.isEmpty ? connectOrAsk(&self) : [] }
        if case .passwordNeeded(let error) = link { askPassword(because: error) }
        guard case .ready(let server) = link, place?.owesQuestions ?? false else { return [] }
        return catchUp(with: server, &self)
    }

    /// As ``nextWake`` while other panes are on the screen: alerts are judged, and the line of the server tells the time.
    func nextWakeBehind(hasLine: Bool) -> Instant? {
        var moments = alerts.nextMoment.map { [instant(of: $0)] } ?? []
        let pace = max(interface.refresh, .seconds(1))
        switch link {
        case .connecting, .silent, .waiting: if hasLine { moments.append(now + pace) }
        case .idle, .ready, .passwordNeeded, .closed: break
        }
        return moments.min()
    }
}
