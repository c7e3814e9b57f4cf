import CLibPQ

extension Connection {
    /// Puts whole units, one behind the other, into libpq's output buffer.
    func send(_ units: [UnitOfWork]) -> Exchange? {
        var steps: [Exchange.Step] = []
        guard PQenterPipelineMode(handle.pointer) == 1 else { return nil }
        for unit in units {
            guard send(unit, adding: &steps) else { return nil }
        }
        return Exchange(steps: steps, units: units)
    }

    /// Each question stands behind a savepoint and before a Sync, so that its failure is its own: after a Sync the server goes on reading, and
    /// `ROLLBACK TO` makes the transaction usable again; unless the unit fails together. Nothing outlives the unit, so that it works behind a transaction pooler.
    private func send(_ unit: UnitOfWork, adding steps: inout [Exchange.Step]) -> Bool {
        func send(_ statement: Statement, as step: Exchange.Step) -> Bool {
            steps.append(step)
            return enqueue(statement)
        }
        func sync() -> Bool {
            steps.append(.sync)
            return pgdeck_send_sync(handle.pointer) == 1
        }
        for statement in Self.opening(unit) {
            guard send(statement, as: .frame) else { return false }
        }
        for (index, statement) in unit.statements.enumerated() {
            if unit.failsTogether {
                guard send(statement, as: .question(index)) else { return false }
                continue
            }
            let frame = index == 0 ? "SAVEPOINT p" : "ROLLBACK TO p"
            guard send(Statement(frame), as: .frame), send(statement, as: .question(index)), sync() else { return false }
        }
        // What a failure makes the server skip ends with this.
        if unit.failsTogether, !sync() { return false }
        // COMMIT after a failed question would end as ROLLBACK: the same for a unit that only reads.
        guard send(Statement("COMMIT"), as: .frame), sync() else { return false }
        steps.append(.end)
        return true
    }

    /// READ COMMITTED is said because a role's default may be serializable, which takes locks of its own and fails on a standby.
    private static func opening(_ unit: UnitOfWork) -> [Statement] {
        let limits = unit.limits
        return [
            Statement("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"),
            limits.statement.map { Statement("SET LOCAL statement_timeout = \($0.inWholeMilliseconds)") },
            Statement("SET LOCAL lock_timeout = \(limits.lock.inWholeMilliseconds)"),
            // A link cut in the middle must not hold back the server's vacuum.
            Statement("SET LOCAL idle_in_transaction_session_timeout = \(min(limits.deadline, .seconds(60)).inWholeMilliseconds)"),
            unit.plansAsWritten ? Statement("SET LOCAL join_collapse_limit = 1") : nil,
        ].compactMap(\.self)
    }

    private func enqueue(_ statement: Statement) -> Bool {
        let types = statement.parameters.map { Oid($0.type) }
        return withCStrings(statement.parameters.map(\.text)) { values in
            PQsendQueryParams(handle.pointer, statement.sql, Int32(types.count), types, values, nil, nil, 0) == 1
        }
    }
}

extension Duration {
    /// At least one: zero would switch a server's limit off.
    fileprivate var inWholeMilliseconds: Int64 {
        max(1, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
