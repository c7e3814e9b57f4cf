internal import PostgresClient
internal import Terminal

/// What a key in a layer leads to.
enum LayerOutcome: Sendable {
    case stay, close, quit
    case password(Secret)
    case connect(ConnectionParameters)
    /// Put a text on the clipboard, and how to call it.
    case copy(String, String)
    case ask(Question)
    /// Tell the person, in the hint line.
    case say(String)
}

extension Layer {
    mutating func press(_ chord: KeyChord, on screen: Size) -> LayerOutcome {
        switch self {
        case .reader(var reader):
            defer { self = .reader(reader) }
            return reader.press(chord, on: screen)
        // Find needs what was read of the catalog: its keys are taken before this, in the update.
        case .find: return .stay
        // The command line needs names, history and the server: it has its keys in the update.
        case .command: return .stay
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
        case .reader(var reader):
            reader.paste(text)
            self = .reader(reader)
        case .find: break
        case .command(var line):
            line.paste(text)
            self = .command(line)
        case .password(var prompt):
            prompt.field.paste(text)
            self = .password(prompt)
        case .connect(var form):
            form.paste(text)
            self = .connect(form)
        }
    }

    mutating func scroll(by rows: Int, on screen: Size) {
        guard case .reader(var reader) = self else { return }
        reader.scroll(rows: rows, on: screen)
        self = .reader(reader)
    }
}
