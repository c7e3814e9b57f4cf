internal import PostgresClient
internal import Terminal

extension DashboardState {
    /// Opens a reader on what the server is asked for now.
    mutating func openReader(_ title: String, asking question: Question) -> [Effect] {
        layers.append(.reader(ReaderOverlay(title, asking: question, at: now)))
        return ask(question)
    }

    /// Closes the top layer; what only it waits for is no longer asked.
    mutating func closeLayer() -> [Effect] {
        var unwanted: [Question?] = []
        var effects: [Effect] = []
        switch layers.removeLast() {
        case .reader(let reader): if case .answer(let question) = reader.subject { unwanted = [question] }
        case .find: return leaveFind()
        case .command(let line):
            unwanted = [line.waiting?.question, line.completion?.question]
            effects = giveUpMove()
        case .password, .connect: effects = giveUpMove()
        }
        return effects + drop { unwanted.contains($0) }
    }

    /// The link is there again: what readers show is asked anew.
    mutating func askReaders() -> [Effect] {
        let questions = layers.compactMap { layer -> Question? in
            if case .reader(let reader) = layer, case .answer(let question) = reader.subject { question } else { nil }
        }
        return questions.flatMap { question in
            changeReaders(of: question) { [now] in $0.ask(at: now) }
            return ask(question)
        }
    }

    /// After each event: texts made from the state are made anew, and every reader stays within its text and the screen.
    mutating func settleReaders() {
        changeReaders { reader, state in
            if let text = state.text(of: reader.subject) { reader.take(text, at: state.now) }
            reader.fit(on: state.size)
        }
    }

    /// Does something to every reader that shows the answer to a question.
    mutating func changeReaders(of question: Question, _ change: (inout ReaderOverlay) -> Void) {
        changeReaders { reader, _ in
            if case .answer(question) = reader.subject { change(&reader) }
        }
    }

    mutating func changeReaders(_ change: (inout ReaderOverlay, DashboardState) -> Void) {
        for index in layers.indices {
            guard case .reader(var reader) = layers[index] else { continue }
            change(&reader, self)
            layers[index] = .reader(reader)
        }
    }

    /// Copies a text and says so; longer than terminals take, it says that instead.
    /// - Parameter words: what is copied: `the name`.
    mutating func copy(_ text: String, _ words: String) -> [Effect] {
        guard text.utf8.count <= Clipboard.longestText else {
            message = .init(tooLong(text.utf8.count), role: .warning)
            return []
        }
        message = .init("copied \(words)", role: .good)
        return [.copy(text)]
    }
}

/// Why a text of so many bytes is not copied.
func tooLong(_ bytes: Int) -> String { "not copied: \(byteSize(Int64(bytes))) is more than a terminal takes (75 kB)" }
