internal import PostgresClient

extension DashboardState {
    /// Asks a question unless it is under way already.
    mutating func ask(_ question: Question) -> [Effect] {
        guard link.isReady, !pending.values.contains(question) else { return [] }
        lastRequest += 1
        let request = Request(id: RequestID(rawValue: lastRequest), question: question)
        pending[request.id] = question
        return [.worker(.ask(request))]
    }

    /// Nobody waits for these any more.
    mutating func drop(where isUnwanted: (Question) -> Bool) -> [Effect] {
        let ids = pending.filter { isUnwanted($0.value) }.map(\.key)
        for id in ids { pending[id] = nil }
        return ids.map { .worker(.cancel($0)) }
    }
}
