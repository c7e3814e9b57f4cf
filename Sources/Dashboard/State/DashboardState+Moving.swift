internal import PostgresClient
internal import Settings
internal import Terminal

/// Another login or another server that is being tried beside the connection at hand.
struct Move: Sendable, Hashable {
    let parameters: ConnectionParameters
    let since: Instant
    /// The server asked for a password: nothing is under way until it is typed.
    var wantsPassword = false
}

// The connection at hand, its panes and its facts stay until the new one is there.
extension DashboardState {
    /// Goes where a person wants to: at once where there is nothing to lose, else when the new connection is there. What it was typed into
    /// stays open that long, and says why where it could not be had.
    mutating func go(to parameters: ConnectionParameters) -> [Effect] {
        guard link.server != nil else { return closeLayers() + connect(toTyped: parameters) }
        move = Move(parameters: parameters, since: now)
        return [.worker(.move(parameters))]
    }

    mutating func giveUpMove() -> [Effect] {
        guard move != nil else { return [] }
        move = nil
        return [.worker(.stay)]
    }

    mutating func takeMoved(to parameters: ConnectionParameters) -> [Effect] {
        move = nil
        let effects = closeLayers()
        connection.replace(with: parameters)
        leaveServer(for: parameters)
        return effects
    }

    mutating func takeStayed(_ parameters: ConnectionParameters, _ error: PostgresError) {
        guard var given = move, given.parameters == parameters else { return }
        move = nil
        let words = error.wordsOfStaying
        if case .connect(var form) = layers.last {
            form.complaint = words
            layers[layers.count - 1] = .connect(form)
        } else if error.wantsPassword, passwordPolicy != .never, commandLine != nil || layers.isEmpty {
            if commandLine != nil { layers.removeLast() }
            given.wantsPassword = true
            move = given
            layers.append(.password(PasswordPrompt(parameters, reason: error.message)))
        } else if var line = commandLine {
            line.complaint = words
            commandLine = line
        } else {
            message = .init(words, role: .warning)
        }
    }

    /// The password that a move waits for.
    mutating func goOn(with password: Secret, _ move: Move) -> [Effect] {
        var parameters = move.parameters
        parameters.password = password
        message = .init("logging in; the connection at hand goes on until then")
        return go(to: parameters)
    }
}

extension PostgresError {
    /// Whether a password that is typed now could help.
    fileprivate var wantsPassword: Bool { kind == .passwordRequired || sqlState == "28P01" }

    /// Why the connection at hand stays: a full server may be full by that one.
    fileprivate var wordsOfStaying: String {
        message + (sqlState == "53300" ? "; the new session needs a place beside the one at hand, which is kept until then" : "")
    }
}
