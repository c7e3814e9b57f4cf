internal import Terminal

/// One line of the health page: how something is, and the words for it.
struct HealthCheck {
    enum State: Int {
        case bad, warning, unknown, good, absent
    }

    var name: String
    var state: State
    var words: StyledText
    /// The things it speaks of, a line each.
    var list: [StyledText] = []

    var mark: StyledText {
        switch state {
        case .bad: StyledText("bad", .bad)
        case .warning: StyledText("look", .warning)
        case .unknown: StyledText("?", .failed)
        case .good: StyledText("good", .good)
        case .absent: StyledText("-", .muted)
        }
    }
}
