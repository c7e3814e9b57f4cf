import Dashboard
import EventLoop
import PostgresClient
import PostgresMonitor

// Another login or another server is proved beside the connection at hand, which goes on with all that depends on it until the new one
// is there. For that long there is one session more.
extension ServerLink {
    func move(to parameters: ConnectionParameters) {
        stay()
        sessions.isProving = true
        tellSessions()
        move = Task(executorPreference: executor) { await self.prove(parameters) }
    }

    /// Gives the move under way up.
    func stay() {
        move?.cancel()
        move = nil
        endProof()
    }

    private func endProof() {
        guard sessions.isProving else { return }
        sessions.isProving = false
        tellSessions()
    }

    private func prove(_ parameters: ConnectionParameters) async {
        do throws(PostgresError) {
            let fresh = try await Connection.open(parameters, on: loop, attemptDeadline: timing.attempt, lookUp: lookUp)
            guard !Task.isCancelled else { return await fresh.close() }
            settle(on: fresh, parameters)
        } catch {
            guard !Task.isCancelled else { return }
            endProof()
            outbox(.stayed(parameters, error))
        }
    }

    /// Leaves the connection at hand for the one that was proved.
    private func settle(on fresh: Connection, _ parameters: ConnectionParameters) {
        letGo(because: PostgresError(.cancelled, "the server was left"))
        sessions.isProving = false
        withdraw(&retryTimer)
        self.parameters = parameters
        isPasswordWanted = false
        probing.engine.left()
        outbox(.moved(parameters))
        // As an attempt that has come to its last step; the attempt itself is this one.
        attemptBegan = .now
        attemptNumber += 1
        _ = life.handle(.connect, at: .now, jitter: 0)
        handle(.phase(.authenticating))
        opened(fresh)
    }
}
