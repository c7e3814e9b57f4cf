import CLibPQ
import EventLoop

extension Connection {
    /// How long a cancelled unit may take to end before the connection is given up.
    private static let grace = Duration.seconds(5)
    /// A cancel that arrives between two statements is lost: it is sent again after this.
    private static let repetition = Duration.seconds(1)

    /// Brings the exchange to its end: cancels the question under way, and the next ones as they come up, for each is its own to the server.
    ///
    /// The request may fail or be lost; a connection that does not become free within the grace is dropped.
    func windDown() async {
        let limit = ContinuousClock.now + Self.grace
        do {
            while let exchange, !exchange.isComplete {
                let answered = exchange.answered
                guard try await sendCancel(until: limit) else { break }
                let next = min(limit, .now + Self.repetition)
                _ = try await collect(until: next, stopAfter: answered + 1)
                if ContinuousClock.now >= limit { break }
            }
        } catch {
            return
        }
        if let exchange, !exchange.isComplete {
            let silence = "nothing came from the server, not even the end of a cancelled question"
            lose(PostgresError(.connectionLost, silence, context: "connected to \(server.address) port \(server.port)", cause: .timedOut))
        }
    }

    /// - Returns: false when the request did not come back in time: it may still hit whatever the session does next.
    private func sendCancel(until limit: ContinuousClock.Instant) async throws -> Bool {
        if let ended { throw ended }
        guard let request = pgdeck_cancel_create(handle.pointer) else { return false }
        let owned = CancelRequest(request)
        return try await loop.offLoop(deadline: limit) { owned.send() } != nil
    }
}

/// A cancel request, made on the loop and sent on a thread that may outlive the wait for it.
private final class CancelRequest: @unchecked Sendable {
    private let request: OpaquePointer

    init(_ request: OpaquePointer) { self.request = request }
    deinit { pgdeck_cancel_free(request) }

    func send() -> Bool { pgdeck_cancel_send(request) == 1 }
}
