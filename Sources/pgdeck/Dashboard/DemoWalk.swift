internal import Dashboard
internal import DisplayText
internal import PostgresCatalog
internal import Settings
internal import Terminal

/// Presses the keys of a first visit: look for a table, go to it, read its columns.
struct DemoWalk {
    private static let table = "lineas_pedido"
    private var state: DashboardState
    private var isLooking = false

    init(settings: Settings) {
        var interface = settings.interface
        interface.theme = Theme(name: "plain", styles: [:])
        state = DashboardState(
            size: Size(width: 120, height: 30), now: .now, interface: interface, connection: settings.connection,
            warnings: settings.warnings, glyphs: DisplayText.isUnicode ? .unicode : .ascii, passwordPolicy: .never)
    }

    /// The describer holds all that it asks for, and the bar has its first reading.
    var isDone: Bool {
        state.describer.relation?.relation.name == Self.table && state.describer.definitionsFound.value != nil
            && state.describer.description.value != nil && state.snapshot.value != nil
    }

    /// The screen as lines of text.
    var picture: [String] { view(state).lines }

    mutating func begin() -> [WorkerCommand] { commands(start(&state)) }

    mutating func take(_ event: WorkerEvent) -> [WorkerCommand] {
        var sent = commands(update(&state, .worker(event), at: .now))
        if !isLooking, state.tree.schemas.value != nil {
            isLooking = true
            sent += press([KeyChord(.tab), .character("/")] + Self.table.map { KeyChord.character($0) } + [KeyChord(.enter)])
        }
        return sent
    }

    /// Time goes by: what the cursor's rest makes due is asked.
    mutating func rest() -> [WorkerCommand] { commands(update(&state, .tick, at: .now)) }

    private mutating func press(_ chords: [KeyChord]) -> [WorkerCommand] {
        chords.flatMap { commands(update(&state, .terminal(.key($0)), at: .now)) }
    }

    private func commands(_ effects: [Effect]) -> [WorkerCommand] {
        effects.compactMap { if case .worker(let command) = $0 { command } else { nil } }
    }
}
