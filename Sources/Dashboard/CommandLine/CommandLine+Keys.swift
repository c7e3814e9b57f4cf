internal import Terminal

/// A key while the command line has the keys.
func pressInCommandLine(_ chord: KeyChord, _ line: CommandLine, _ state: inout DashboardState) -> [Effect] {
    var line = line
    // While the server is asked nobody types: it may never answer.
    if line.waiting != nil, ActionTable.action(for: chord) == .quit { return [.quit(status: 0)] }
    defer { state.commandLine = state.commandLine.map { _ in line } }
    let isTab = chord.key == .tab || chord.key == .backtab
    if !isTab, line.completion != nil {
        line.completion = nil
        // Esc takes back the list of words first.
        if chord.key == .escape { return [] }
    }
    switch chord.key {
    case .escape: return state.closeLayer()
    case .enter: return state.run(&line)
    case .tab, .backtab:
        line.complaint = nil
        guard line.completion == nil else {
            line.choose(by: chord.key == .tab ? 1 : -1)
            return []
        }
        guard let (start, candidates, question) = state.commandCompletion(line) else { return [] }
        line.offer(candidates, from: start, question: state.link.isReady ? question : nil)
        return question.map { state.ask($0) } ?? []
    case .up: line.recall(by: -1, in: state.commandHistory)
    case .down: line.recall(by: 1, in: state.commandHistory)
    case .backspace where line.field.isEmpty: return state.closeLayer()
    default:
        if line.field.handle(chord) == .edited { line.complaint = nil }
    }
    return []
}

extension DashboardState {
    /// The command line, where it is open; it lies on top then.
    var commandLine: CommandLine? {
        get { if case .command(let line) = layers.last { line } else { nil } }
        set { if let newValue, case .command = layers.last { layers[layers.count - 1] = .command(newValue) } }
    }

    mutating func openCommandLine(_ chord: KeyChord) {
        let prompt: Character = if case .character(let character) = chord.key { character } else { "\\" }
        layers.append(.command(CommandLine(prompt: prompt)))
    }
}
