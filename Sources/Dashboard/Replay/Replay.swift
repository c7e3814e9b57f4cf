internal import PostgresClient
public import PostgresMonitor
public import Settings
public import Terminal

/// The monitor's screen on a recording. A value as the dashboard is one: events go in, effects come out, nothing is performed here.
///
/// The screen's own clock is the recording's: ``DashboardState/now`` is the moment in view, so that every age and every count is told as it
/// was then.
public struct Replay: Sendable {
    public internal(set) var screen: DashboardState
    /// The instant that stands for the beginning of the recording.
    private let origin: Instant
    private let beginning: WallClock
    /// What was last asked for.
    private var asked: (place: Int, span: History.Span)?

    /// Opens at the last moment. The index is not empty.
    public init(
        _ path: String, _ index: RecordIndex, isBeingWritten: Bool, size: Size, settings: Settings, glyphs: Glyphs, now: Instant
    ) {
        origin = now
        beginning = index.time(of: 0)
        screen = DashboardState(
            size: size, now: now, interface: settings.interface, connection: settings.connection, warnings: settings.warnings,
            glyphs: glyphs, passwordPolicy: .never)
        let replayed = Replayed(path: path, index: index, isBeingWritten: isBeingWritten, place: index.count - 1)
        screen.replayed = replayed
        screen.monitor.isOpen = true
        screen.message = replayed.shortcoming.map { .init($0, role: .warning) }
    }

    var replayed: Replayed {
        get { screen.replayed! }
        set { screen.replayed = newValue }
    }

    /// What is to be done before the first event.
    public mutating func start() -> [ReplayEffect] { askWhatIsShown() }

    /// The one door through which it changes.
    public mutating func take(_ event: ReplayEvent, at now: Instant) -> [ReplayEffect] {
        var effects: [ReplayEffect] = []
        switch event {
        case .terminal(let event): effects = take(event, at: now)
        case .read(let found): show(found, at: now)
        case .readOn(let index, let isBeingWritten): grow(to: index, isBeingWritten: isBeingWritten)
        case .tick: effects = playOn(at: now)
        }
        return effects + askWhatIsShown()
    }

    /// The next moment at which something changes without an event; nil while nothing will.
    public var nextWake: Instant? {
        // While the file is read, its answer wakes.
        guard let playing = replayed.playing, !replayed.isReading else { return nil }
        if replayed.place == replayed.last { return replayed.isBeingWritten ? playing.lastFrame + Playing.patience : playing.lastFrame }
        if replayed.index.gap(before: replayed.place + 1) != nil { return playing.lastFrame + Playing.gap }
        let due = playing.due(replayed.index.time(of: replayed.place + 1), speed: replayed.speed)
        return max(due, playing.lastFrame + Playing.shortestFrame)
    }

    private mutating func askWhatIsShown() -> [ReplayEffect] {
        let wanted = (place: replayed.place, span: screen.monitor.span)
        if let asked, asked == wanted { return [] }
        asked = wanted
        return [.read(wanted.place, wanted.span)]
    }

    /// The instant by which the screen counts a moment of the recording.
    func instant(of moment: WallClock) -> Instant { origin + .seconds(moment - beginning) }
}

/// The screen of a replay; pure.
public func view(_ replay: Replay) -> Surface { view(replay.screen) }
