internal import Settings
public import Terminal

/// One whole dashboard for each server, of which one is on the screen under a line for each. A value, as they are; of one server alone
/// there is no line, and it has the whole screen.
public struct Fleet: Sendable {
    /// The terminal's.
    public internal(set) var size: Size
    var now: Instant
    /// In the order given; never empty.
    public internal(set) var decks: [DashboardState]
    /// The number of the server whose panes are on the screen.
    public internal(set) var selected = 0
    var lines = FleetLines()

    /// - Parameters:
    ///   - decks: made for the whole terminal, all at the same moment.
    ///   - names: what their servers are called; of one server alone it isn't shown.
    public init(_ decks: [DashboardState], names: [String]) {
        precondition(!decks.isEmpty && decks.count == names.count, "a fleet has a name for each of its servers")
        size = decks[0].size
        now = decks[0].now
        self.decks = decks
        guard decks.count > 1 else { return }
        for server in decks.indices {
            self.decks[server].place = FleetPlace(name: names[server], isInView: server == selected)
            self.decks[server].size = deckSize
        }
    }

    /// The one on the screen.
    public internal(set) var deck: DashboardState {
        get { decks[selected] }
        set { decks[selected] = newValue }
    }

    /// The rows of the terminal that lines of servers take: all of them where they fit into a quarter of it, at least one in four rows.
    var lineCount: Int {
        guard decks.count > 1, !lines.isHidden else { return 0 }
        return min(decks.count, size.height / 4)
    }

    var deckSize: Size { Size(width: size.width, height: size.height - lineCount) }

    /// The next moment at which something changes without an event; nil while nothing will.
    public var nextWake: Instant? { decks.indices.compactMap(wake).min() }

    /// When a server's dashboard wants to be told that time has passed.
    func wake(_ server: Int) -> Instant? {
        server == selected ? decks[server].nextWake : decks[server].nextWakeBehind(hasLine: lineCount > 0)
    }
}

/// What the lines of servers remember.
struct FleetLines: Sendable, Hashable {
    var window = ScrollWindow()
    /// The keys go to them, and not to the panes.
    var hasKeys = false
    var isHidden = false
}
