internal import PostgresClient
public import PostgresMonitor
public import Settings
public import Terminal

/// All that the screen shows, and all that the next event needs. A value: updates change it, views read it.
public struct DashboardState: Sendable {
    public var size: Size
    /// The moment of the last event; ages on the screen count to it.
    public var now: Instant
    /// Counts the events by which more than the status bar may have come to look different.
    var revision: UInt64 = 0
    public var interface: InterfaceSettings
    /// What to connect with; after a form was filled in, what was typed there.
    public var connection: ConnectionSettings
    /// What was set before the dashboard opened.
    let configured: ConnectionParameters
    public var warnings: [SettingsWarning]
    /// The connection overlay, which lists the warnings, was opened.
    var areWarningsRead = false
    public var glyphs: Glyphs
    public var passwordPolicy: PasswordPolicy

    /// Where it stands in a fleet; nil for a server alone.
    var place: FleetPlace?

    public var link: LinkState = .idle
    /// Another connection that is being tried beside the one at hand.
    var move: Move?
    public var snapshot: Remote<Snapshot> = .notAsked
    /// What the snapshots told in the last hour, day and week.
    public var history: History
    /// What is beyond its threshold, and what was.
    public var alerts: AlertBook
    /// A moment by both clocks.
    var clocks: (instant: Instant, wallClock: WallClock)
    public var isPaused = false
    /// Whether what the monitor sees is written down: then more is asked than is on the screen.
    public var isRecording = false
    /// A recording in place of a server; nil on a dashboard.
    var replayed: Replayed?
    /// The sessions that the worker has at the server; nil without a link.
    var sessions: Int?

    public var focus: PaneID = .databases
    public var isZoomed = false
    /// Lies over the panes while it is open.
    var monitor = MonitorScreen()
    public var databases = DatabasesPane()
    public var tree = TreePane()
    public var describer = DescriberPane()
    public var layers: [Layer] = []
    /// What was read of the catalog to find things in.
    var find = Find()
    var soughtColumn: SoughtColumn?
    /// The lines run in the command line; what a file holds of earlier sessions is put here before the first event.
    public var commandHistory = CommandHistory()
    /// A line for the person, shown in place of the hints until the next key.
    public var message: Message?

    /// Who answered last, as long as one server is meant.
    var reached: ServerIdentity?

    /// ^C was the last key: the next one quits.
    var isCancelArmed = false
    var lastRequest: UInt64 = 0
    var pending: [RequestID: Question] = [:]
    /// Databases whose size is still to be asked, one after the other.
    var sizesToAsk: [OID] = []
    /// When what failed was last asked again.
    var lastHealing: Instant?

    public struct Message: Sendable, Hashable {
        public var text: String
        public var role: Role
        public init(_ text: String, role: Role = .text) {
            self.text = text
            self.role = role
        }
    }

    /// - Parameter wallClock: now, by the machine's clock.
    public init(
        size: Size, now: Instant, interface: InterfaceSettings, connection: ConnectionSettings, warnings: [SettingsWarning] = [],
        glyphs: Glyphs = .unicode, passwordPolicy: PasswordPolicy = .whenNeeded, wallClock: WallClock = 0
    ) {
        self.size = size
        self.now = now
        self.interface = interface
        alerts = AlertBook(rules: interface.alerts.rules)
        clocks = (now, wallClock)
        history = History(finest: interface.refresh / .seconds(1))
        self.connection = connection
        self.configured = connection.parameters
        self.warnings = warnings
        self.glyphs = glyphs
        self.passwordPolicy = passwordPolicy
    }

    public var layout: Layout {
        Layout(size: size, focus: focus, zoomed: isZoomed, databaseCount: databases.list.value?.count ?? 0)
    }

    /// Whether a typed character is text at present, so that `q` is a letter.
    public var isEnteringText: Bool {
        layers.last?.takesText
            ?? (monitor.isOpen ? monitor.list.filter.isBeingTyped : databases.filter.isBeingTyped || tree.filter.isBeingTyped)
    }
}
