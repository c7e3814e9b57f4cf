internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

// The text of overlays that are only read, line by line.

/// The help, made from the action table.
/// - Parameter isOneOfSeveral: whether there are other servers to go to.
func helpLines(isOneOfSeveral: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    for group in ActionEntry.Group.allCases where group != .fleet || isOneOfSeveral {
        if !lines.isEmpty { lines.append("") }
        lines.append(StyledText(group.rawValue, .heading))
        for entry in ActionTable.entries where entry.group == group {
            let keys = entry.chords.map(\.description).joined(separator: " ")
            lines.append(StyledText("  " + pad(keys, to: 12), .key) + StyledText(entry.help))
        }
    }
    return lines
}

/// `\?`, made from the command table.
func commandLines() -> [StyledText] {
    let width = CommandTable.entries.reduce(0) { max($0, $1.usage.count) } + 2
    return CommandTable.entries.map { StyledText(pad($0.usage, to: width), .key) + StyledText($0.help) } + [
        "",
        StyledText("S: the system's too; +: more columns; patterns are psql's: * ? a.b \"As Is\"", .muted),
    ]
}

/// The connection as it is, the settings in force, and where each came from.
func connectionLines(_ state: DashboardState) -> [StyledText] {
    var lines: [StyledText] = [StyledText("Connection", .heading)]
    func fact(_ name: String, _ value: String, _ role: Role = .text) {
        lines.append(StyledText("  " + pad(name, to: 12), .muted) + StyledText(outside: value, role))
    }
    if let server = state.link.server {
        fact("server", "\(server.host) port \(server.port)" + (server.address == server.host ? "" : " (\(server.address))"))
        fact("database", server.database)
        fact("user", server.user)
        fact("version", state.snapshot.value?.facts.last?.value.version ?? server.version.description)
        fact("TLS", server.tls ?? "none")
        fact("backend", "pid \(server.backendPID)")
        if let sessions = state.sessions { fact("sessions", "\(sessions) in use, 3 at most; one more while another login is proved") }
        fact("login", server.usedPassword ? "with a password" : "without a password")
    } else {
        fact("state", linkWords(state.link, now: state.now))
        if let error = state.link.trouble { fact("reason", error.message, .failed) }
    }
    lines.append("")
    lines.append(StyledText("Settings in force", .heading))
    for setting in state.connection.explanation {
        lines.append(
            StyledText("  " + pad(setting.name, to: 12), .muted) + StyledText(outside: setting.value)
                + StyledText(outside: "  " + setting.origin.description, .comment))
    }
    fact("theme", state.interface.theme.name)
    fact("refresh", "every " + interval(state.interface.refresh))
    fact(".env", state.connection.envFile ?? "none found")
    for name in state.connection.discarded { fact("set aside", name, .warning) }
    if !state.warnings.isEmpty {
        lines.append("")
        lines.append(StyledText("Warnings", .heading))
        for warning in state.warnings {
            lines += wrapped(warning.description, width: max(20, state.size.width - 8)).map { "  " + StyledText($0, .warning) }
        }
    }
    return lines
}

func pad(_ text: String, to width: Int) -> String {
    text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
}

extension DashboardState {
    /// The text of a reader that is made from the state; nil for one whose text is given or asked for.
    func text(of subject: ReaderOverlay.Subject) -> ReaderText? {
        switch subject {
        case .help: ReaderText(replayed == nil ? helpLines(isOneOfSeveral: place != nil) : replayHelp)
        case .connection: ReaderText(replayed.map(recordingLines) ?? connectionLines(self))
        case .alerts: ReaderText(alertLines(self))
        case .row: rowText(self)
        case .text, .answer: nil
        }
    }
}
