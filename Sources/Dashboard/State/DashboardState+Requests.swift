internal import PostgresClient

extension DashboardState {
    /// Asks a question unless it is under way already, or nobody looks.
    mutating func ask(_ question: Question) -> [Effect] {
        guard link.isReady, isInView, replayed == nil, !pending.values.contains(question) else { return [] }
        let effects = question.goesBeforeSizes ? putSizesOff() : []
        lastRequest += 1
        let request = Request(id: RequestID(rawValue: lastRequest), question: question)
        pending[request.id] = question
        return effects + [.worker(.ask(request))]
    }

    /// A size under way, which may take its ten seconds, gives its turn to what a person waits for and is asked again after it.
    private mutating func putSizesOff() -> [Effect] {
        sizesToAsk = pending.values.compactMap { if case .databaseSize(let oid) = $0 { oid } else { nil } } + sizesToAsk
        return drop { if case .databaseSize = $0 { true } else { false } }
    }

    /// Nobody waits for these any more.
    mutating func drop(where isUnwanted: (Question) -> Bool) -> [Effect] {
        let ids = pending.filter { isUnwanted($0.value) }.map(\.key)
        for id in ids { pending[id] = nil }
        return ids.map { .worker(.cancel($0)) }
    }
}

extension Question {
    /// Whether it shares the session that sizes are asked on.
    var goesBeforeSizes: Bool {
        if case .databaseSize = self { false } else { isSlow }
    }
}
