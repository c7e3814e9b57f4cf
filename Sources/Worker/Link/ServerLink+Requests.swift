import Dashboard
import PostgresCatalog
import PostgresClient

/// The requests that somebody still waits for, and where they are.
struct Requests {
    /// Asked, not yet answered and not given up: an answer for any other is dropped.
    var open: Set<RequestID> = []
    /// Asked before the connection was there, or while it is handed over to a new one.
    var held: [Request] = []
    /// For the list of databases that travels with the first probe.
    var awaitingDatabases: [RequestID] = []
    /// Under way on the probe connection.
    var direct: [RequestID: Task<Void, Never>] = [:]
}

extension ServerLink {
    /// While connecting a request is held, while connected it is sent; else it fails at once with the link's trouble.
    func ask(_ request: Request) {
        guard life.state.isConnected || life.state.isAttempting else {
            let trouble = life.state.trouble ?? PostgresError(.unreachable, "there is no connection to a server")
            return outbox(.failed(request.id, trouble))
        }
        requests.open.insert(request.id)
        if life.state.isConnected { dispatch(request) } else { requests.held.append(request) }
    }

    func cancel(_ id: RequestID) {
        guard requests.open.remove(id) != nil else { return }
        requests.held.removeAll { $0.id == id }
        requests.awaitingDatabases.removeAll { $0 == id }
        requests.direct[id]?.cancel()
        pool?.cancel(id)
    }

    func dispatchHeld() {
        let held = requests.held
        requests.held = []
        for request in held { dispatch(request) }
    }

    private func dispatch(_ request: Request) {
        guard request.question == .databases else {
            pool?.ask(request) { [weak self] id, result in self?.assumeIsolated { $0.finish(id, result) } }
            return
        }
        guard !probing.isFirst else { return requests.awaitingDatabases.append(request.id) }
        guard !isHandingOver else { return requests.held.append(request) }
        guard let connection else { return }
        requests.direct[request.id] = Task(executorPreference: executor) { await self.answer(request, over: connection) }
    }

    private func answer(_ request: Request, over connection: Connection) async {
        let result = await connection.answer(to: request.question)
        requests.direct[request.id] = nil
        finish(request.id, result)
    }

    /// The list that came with the first probe.
    func tookDatabases(_ result: Result<[Database], PostgresError>) {
        probing.isFirst = false
        let waiting = requests.awaitingDatabases
        requests.awaitingDatabases = []
        for id in waiting { finish(id, result.map(Answer.databases)) }
    }

    private func finish(_ id: RequestID, _ result: Result<Answer, PostgresError>) {
        guard requests.open.remove(id) != nil else { return }
        switch result {
        case .success(let answer): outbox(.answered(id, answer))
        case .failure(let error): outbox(.failed(id, error))
        }
    }

    func failRequests(because reason: PostgresError) {
        let open = requests.open
        for task in requests.direct.values { task.cancel() }
        requests = Requests()
        for id in open.sorted(by: { $0.rawValue < $1.rawValue }) { outbox(.failed(id, reason)) }
    }
}
