internal import Terminal

extension Fleet {
    /// A key: Alt and a digit picks a server, also out of a dialog; else what is typed has it first, then the lines of servers while they
    /// have the keys, then the panes.
    mutating func press(_ chord: KeyChord) -> [FleetEffect] {
        if let server = chord.server { return show(server) }
        if lines.hasKeys { return pressInLines(chord) }
        guard !deck.isEnteringText else { return pass(.key(chord)) }
        switch ActionTable.action(for: chord) {
        case .servers: takeKeys()
        case .hideServers: toggleLines()
        case .nextServer: return show(by: 1)
        case .previousServer: return show(by: -1)
        default: return pass(.key(chord))
        }
        return []
    }

    private mutating func pressInLines(_ chord: KeyChord) -> [FleetEffect] {
        deck.message = nil
        guard let action = ActionTable.action(for: chord) else { return [] }
        switch action {
        case .moveDown: move(.rows(1))
        case .moveUp: move(.rows(-1))
        case .first: move(.first)
        case .last: move(.last)
        case .pageDown: move(.page(down: true))
        case .pageUp: move(.page(down: false))
        case .open, .expand: return showUnderCursor()
        case .back, .collapse, .servers, .nextPane, .previousPane: lines.hasKeys = false
        case .hideServers: toggleLines()
        case .nextServer: return show(by: 1)
        case .previousServer: return show(by: -1)
        case .refresh where !decks[lines.window.cursor].waitsForPassword:
            return [FleetEffect(effect: .worker(.retryNow), server: lines.window.cursor)]
        // What is asked for here is meant of the server under the cursor, unless that one asks for a password first.
        case .refresh, .monitor, .alerts, .connection, .connect, .find, .commandLine, .pause, .faster, .slower:
            let effects = showUnderCursor()
            return deck.isEnteringText ? effects : effects + pass(.key(chord))
        case .help, .repaint, .suspend, .cancel, .quit:
            lines.hasKeys = false
            return pass(.key(chord))
        default:
            deck.message = .init("not among the servers; \(ActionTable.label(of: .back)) goes back to the panes", role: .warning)
        }
        return []
    }

    private mutating func takeKeys() {
        lines.isHidden = false
        lines.hasKeys = lineCount > 0
        deck.message = lines.hasKeys ? nil : .init("there is no room for the lines of servers", role: .warning)
        // Between two ^C there was another key.
        deck.isCancelArmed = false
    }

    private mutating func toggleLines() {
        lines.isHidden.toggle()
        let again = ActionTable.label(of: .hideServers)
        deck.message = lines.isHidden ? .init("\(decks.count) servers hidden; \(again) shows them again") : nil
    }

    private mutating func move(_ move: ScrollWindow.Move) {
        lines.window.apply(move, count: decks.count, height: lineCount)
    }

    mutating func showUnderCursor() -> [FleetEffect] {
        lines.hasKeys = false
        return show(lines.window.cursor)
    }
}

extension KeyChord {
    /// The number of the server that it picks, counted from 0.
    fileprivate var server: Int? {
        guard alt, !control, case .character(let digit) = key, digit.isASCII, let number = digit.wholeNumberValue, number > 0 else {
            return nil
        }
        return number - 1
    }
}
