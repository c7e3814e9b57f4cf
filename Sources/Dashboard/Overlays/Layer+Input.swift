internal import PostgresClient
internal import Terminal

/// What a key in a layer leads to.
enum LayerOutcome: Sendable {
    case stay, close, quit
    case password(Secret)
    case connect(ConnectionParameters)
}

extension Layer {
    /// - Parameters:
    ///   - lines: of the overlay's text.
    ///   - height: lines that fit on the screen.
    mutating func press(_ chord: KeyChord, lines: Int, height: Int) -> LayerOutcome {
        switch self {
        case .help(var overlay):
            defer { self = .help(overlay) }
            return overlay.press(chord, closedBy: .help, lines: lines, height: height)
        case .connection(var overlay):
            defer { self = .connection(overlay) }
            return overlay.press(chord, closedBy: .connection, lines: lines, height: height)
        case .row(var overlay):
            defer { self = .row(overlay) }
            return overlay.press(chord, closedBy: .open, lines: lines, height: height)
        case .password(var prompt):
            defer { self = .password(prompt) }
            return prompt.press(chord)
        case .connect(var form):
            defer { self = .connect(form) }
            return form.press(chord)
        }
    }

    mutating func paste(_ text: String) {
        switch self {
        case .help, .connection, .row: break
        case .password(var prompt):
            prompt.field.paste(text)
            self = .password(prompt)
        case .connect(var form):
            form.paste(text)
            self = .connect(form)
        }
    }

    mutating func scroll(by rows: Int, lines: Int, height: Int) {
        switch self {
        case .help(var overlay):
            overlay.scroll(by: rows, lines: lines, height: height)
            self = .help(overlay)
        case .connection(var overlay):
            overlay.scroll(by: rows, lines: lines, height: height)
            self = .connection(overlay)
        case .row(var overlay):
            overlay.scroll(by: rows, lines: lines, height: height)
            self = .row(overlay)
        case .password, .connect: break
        }
    }
}

extension TextOverlay {
    mutating func press(_ chord: KeyChord, closedBy action: Action, lines: Int, height: Int) -> LayerOutcome {
        switch ActionTable.action(for: chord) {
        case action, .back, .open: return .close
        case .quit: return .quit
        case .moveDown: scroll(by: 1, lines: lines, height: height)
        case .moveUp: scroll(by: -1, lines: lines, height: height)
        case .pageDown: scroll(by: height - 1, lines: lines, height: height)
        case .pageUp: scroll(by: 1 - height, lines: lines, height: height)
        case .first: scroll(by: -lines, lines: lines, height: height)
        case .last: scroll(by: lines, lines: lines, height: height)
        default: break
        }
        return .stay
    }

    mutating func scroll(by rows: Int, lines: Int, height: Int) {
        offset = max(0, min(offset + rows, lines - height))
    }
}
