internal import Terminal

extension ReaderOverlay {
    /// Columns that one key scrolls sideways.
    private static let sidewaysStep = 8

    mutating func press(_ chord: KeyChord, on screen: Size) -> LayerOutcome {
        if filter.isBeingTyped { return pressInFilter(chord, on: screen) }
        let action = ActionTable.action(for: chord)
        if let action, action == openedBy { return .close }
        let page = max(1, room(on: screen).height - 1)
        switch action {
        case .back where filter.isActive: changeFilter { $0 = Filter() }
        case .back, .open: return .close
        case .quit: return .quit
        case .moveDown: scroll(rows: 1, on: screen)
        case .moveUp: scroll(rows: -1, on: screen)
        case .pageDown: scroll(rows: page, on: screen)
        case .pageUp: scroll(rows: -page, on: screen)
        case .first: scroll(rows: -top, columns: -left, on: screen)
        case .last: scrollToEnd(on: screen)
        case .expand: scroll(columns: Self.sidewaysStep, on: screen)
        case .collapse: scroll(columns: -Self.sidewaysStep, on: screen)
        case .filter: changeFilter { [hasText = text != nil] in $0.isBeingTyped = hasText }
        case .nextMatch, .previousMatch:
            guard filter.isActive else {
                return .say("no filter is set here: \(ActionTable.label(of: .filter)) sets one")
            }
            moveToMatch(by: action == .nextMatch ? 1 : -1, on: screen)
        case .copyName: return copy.map { .copy($0.text, $0.words) } ?? .say("there is nothing to copy")
        case .copyDefinition:
            return text?.definition.map { .copy($0, "the definition") } ?? .say("there is no definition to copy")
        case .refresh: if case .answer(let question) = subject { return .ask(question) }
        default: break
        }
        return .stay
    }

    private mutating func pressInFilter(_ chord: KeyChord, on screen: Size) -> LayerOutcome {
        switch chord.key {
        case .enter: changeFilter { $0.isBeingTyped = false }
        case .escape: changeFilter { $0 = Filter() }
        case .up: scroll(rows: -1, on: screen)
        case .down: scroll(rows: 1, on: screen)
        default: changeFilter { _ = $0.field.handle(chord) }
        }
        return .stay
    }

    mutating func paste(_ text: String) {
        if filter.isBeingTyped { changeFilter { $0.field.paste(text) } }
    }

    /// The key that opened it closes it too.
    private var openedBy: Action? {
        switch subject {
        case .help: .help
        case .connection: .connection
        case .alerts: .alerts
        case .row, .text, .answer: nil
        }
    }
}
