import CLibPQ
import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Connection {
    /// Sends what libpq still holds and takes the answers in, until the exchange is complete or has come as far as wanted.
    ///
    /// - Returns: false when the deadline passed first.
    /// - Throws: `CancellationError`, or ``PostgresError`` when the connection was lost, which has been told by then.
    func collect(until deadline: ContinuousClock.Instant, stopAfter answers: Int = .max) async throws -> Bool {
        while true {
            if let ended { throw ended }
            let flushed = PQflush(handle.pointer)
            guard flushed >= 0 else { throw lost() }
            try takeAnswers()
            guard let exchange, !exchange.isComplete, exchange.answered < answers else { return true }
            let events = Int16(flushed == 1 ? POLLIN | POLLOUT : POLLIN)
            switch try await loop.ready(handle.socket, events, deadline: deadline) {
            case .deadline: return false
            // The connection was closed, or the loop stopped, while this waited.
            case .withdrawn: throw ended ?? .cancelled
            case .ready(let events):
                guard ended == nil else { continue }
                noteError(events)
                if events & Int16(POLLIN | POLLERR | POLLHUP) != 0, PQconsumeInput(handle.pointer) != 1 {
                    try takeAnswers()
                    throw lost()
                }
            }
        }
    }

    /// Moves the answers that are complete out of libpq.
    private func takeAnswers() throws {
        while exchange?.isComplete == false, PQisBusy(handle.pointer) == 0 {
            guard let result = PQgetResult(handle.pointer) else {
                // libpq ends a statement's results with a NULL, but a Sync is one result and no more.
                if exchange?.awaitsSync == true { throw lost() }
                advance()
                continue
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            // Single rows: the flag of a query in single-row mode leaks into the next one.
            case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: exchange?.rows(RowSet(result: result))
            case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: exchange?.rows(RowSet(columns: [], cells: []))
            case PGRES_PIPELINE_SYNC: advance()
            case PGRES_PIPELINE_ABORTED: exchange?.failed(PostgresError(.server, "an earlier statement of the unit failed"))
            default:
                let error = PostgresError(result: result)
                if PostgresError.endsSession(result) { exchange?.lastWords = error }
                exchange?.failed(error)
                // A broken connection answers every further question of ours by itself, for ever.
                if PQstatus(handle.pointer) == CONNECTION_BAD { throw lost() }
            }
        }
    }

    private func advance() {
        guard let unit = exchange?.completed else { return }
        exchange?.advance()
        if let exchange, exchange.completed > unit { tellUnit?(unit, exchange.outcome(ofUnit: unit)) }
    }

    /// Tells the loss of the connection.
    private func lost() -> PostgresError {
        let error = loss(lastWords: exchange?.lastWords)
        lose(error)
        return ended ?? error
    }
}
