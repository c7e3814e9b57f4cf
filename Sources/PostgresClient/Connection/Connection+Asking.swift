import EventLoop

extension Connection {
    /// Asks several questions in one unit: one flush of one pipeline, one round trip, one READ ONLY transaction.
    ///
    /// - Returns: an answer for each question; one that failed leaves the others standing.
    /// - Throws: ``PostgresError`` when the whole unit failed: the connection was lost, the deadline passed, the task was cancelled.
    public func ask<each Q: Query>(
        _ queries: repeat each Q, limits: UnitLimits
    ) async throws(PostgresError) -> sending (repeat Result<(each Q).Answer, PostgresError>) {
        var statements: [Statement] = []
        for query in repeat each queries { statements.append(query.statement(on: server.version)) }
        let answers = try await answers(to: statements, limits: limits)
        var index = 0
        func decoded<Question: Query>(_ query: Question) -> Result<Question.Answer, PostgresError> {
            defer { index += 1 }
            return answers[index].flatMap { rows in
                do throws(DecodingFailure) {
                    return .success(try query.decode(rows, from: server.version))
                } catch {
                    return .failure(PostgresError(.protocolViolation, "\(error)", context: "reading the answer to \(Question.self)"))
                }
            }
        }
        return (repeat decoded(each queries))
    }

    /// Asks statements in one unit, as ``ask(_:limits:)`` does, for their bare rows.
    public func answers(
        to statements: [Statement], limits: UnitLimits
    ) async throws(PostgresError) -> [Result<RowSet, PostgresError>] {
        try await answers(to: UnitOfWork(statements, limits: limits))
    }

    /// Asks one unit for its bare rows.
    public func answers(to unit: UnitOfWork) async throws(PostgresError) -> [Result<RowSet, PostgresError>] {
        try await exchange([unit]).outcomes.get()[0].get()
    }

    /// Asks one unit for its bare rows, all or none.
    ///
    /// - Throws: the first failure, whether of one statement or of the whole unit.
    public func rows(of unit: UnitOfWork) async throws(PostgresError) -> [RowSet] {
        var rows: [RowSet] = []
        for answer in try await answers(to: unit) { rows.append(try answer.get()) }
        return rows
    }

    /// Asks several units in one flush, one behind the other: one round trip, each unit with limits and a transaction of its own.
    ///
    /// - Parameter answered: called on the loop's thread, once for each unit in their order: with its answers as soon as they are all in, so
    ///   that what waits for a lock holds up nothing that stands before it; or with the reason for which it and all behind it failed (the
    ///   connection was lost, the deadline, which is the sum of theirs, passed, the task was cancelled).
    public func ask(_ units: [UnitOfWork], answered: @escaping @Sendable (Int, UnitOfWork.Outcome) -> Void) async {
        let (told, outcomes) = await exchange(units, answered)
        guard case .failure(let reason) = outcomes else { return }
        for unit in told..<units.count { answered(unit, .failure(reason)) }
    }

    /// - Returns: how many units were told of, and the outcome of each, or why some have none.
    private func exchange(
        _ units: [UnitOfWork], _ answered: @escaping @Sendable (Int, UnitOfWork.Outcome) -> Void = { _, _ in }
    ) async -> (told: Int, outcomes: Result<[UnitOfWork.Outcome], PostgresError>) {
        guard await takeTurn() else { return (0, .failure(.cancelled)) }
        if let refusal = ended ?? (Task.isCancelled ? .cancelled : nil) {
            leave()
            return (0, .failure(refusal))
        }
        stopWatching()
        guard let begun = handle.inFewPackets({ send(units) }) else {
            let reason = loss(lastWords: nil)
            lose(reason)
            leave()
            return (0, .failure(reason))
        }
        exchange = begun
        tellUnit = answered
        let outcome = await outcome(within: units.reduce(Duration.zero) { $0 + $1.limits.deadline })
        tellUnit = nil
        let told = exchange?.completed ?? 0
        switch outcome {
        case .complete(let finished):
            leave()
            return (told, .success(units.indices.map(finished.outcome(ofUnit:))))
        case .ended(let reason):
            leave()
            return (told, .failure(reason))
        case .cutShort(let reason):
            // The asker is told now; those behind it wait for the connection to be usable. A task of its own, because the asker's may be
            // cancelled, so that nothing could be waited for in it.
            Task(executorPreference: LoopTaskExecutor(loop)) {
                await self.windDown()
                await self.leave()
            }
            return (told, .failure(reason))
        }
    }

    private enum Outcome {
        case complete(Exchange)
        /// The connection ended.
        case ended(PostgresError)
        /// The connection stands, with answers still to come.
        case cutShort(PostgresError)
    }

    private func outcome(within limit: Duration) async -> Outcome {
        do {
            if try await collect(until: .now + limit), let exchange { return .complete(exchange) }
            return .cutShort(PostgresError(.deadline, "no answer within \(limit.inSeconds)"))
        } catch let error as PostgresError {
            return .ended(error)
        } catch {
            return .cutShort(.cancelled)
        }
    }
}
