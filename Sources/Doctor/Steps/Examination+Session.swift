internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Examination {
    /// What a session can tell: version, rights, distance, clock, and who is in between.
    func examine(_ session: Session, _ way: Way) async {
        told(.waiting("asking the server about itself"))
        do throws(PostgresError) {
            let facts = try await session.connection.ask(SessionFactsQuery(), limits: .probe).get()
            decide([versionStep(facts, session), readOnlyStep(facts), roleStep(facts, session)])
            let trips = try await roundTrips(session)
            decide([latencyStep(trips), clockStep(trips)])
            decide(try await poolerStep(facts, session))
        } catch {
            let done = Set(diagnosis.steps.map(\.name))
            let next = Step.Name.allCases.first { $0 > .database && !done.contains($0) } ?? .pooler
            decide(
                .failed(next, error.failureOfStep, [error.message], try: "the session broke off: try again, and look at the server's log"))
            if next != .pooler { skip(from: Step.Name.allCases.first { $0 > next } ?? .pooler, because: "the session broke off") }
        }
        await session.connection.close()
    }

    private func versionStep(_ facts: SessionFacts, _ session: Session) -> Step {
        let version = session.connection.server.version
        let words = String(facts.version.prefix { $0 != "," }.split(separator: " on ").first ?? "")
        switch version.major {
        case ..<13: return Step(.version, .warning, [words], try: "pgdeck is made for PostgreSQL 13 to 18: some facts may be missing")
        case 19...: return Step(.version, .warning, [words], try: "this pgdeck knows PostgreSQL up to 18: look for a newer one")
        default: return Step(.version, .ok, [words])
        }
    }

    private func readOnlyStep(_ facts: SessionFacts) -> Step {
        let what = facts.isInRecovery ? "a standby, in recovery: it cannot be written to" : "a primary"
        let rule = facts.isReadOnlyByDefault ? "transactions are read-only by default" : "pgdeck's own transactions are READ ONLY"
        return Step(.readOnly, .ok, [facts.isInRecovery ? what : "\(what); \(rule)"])
    }

    private func roleStep(_ facts: SessionFacts, _ session: Session) -> Step {
        let user = session.connection.server.user
        var seen: [String] = []
        if facts.isSuperuser {
            seen.append("\(user) is a superuser: it sees everything, and more than pgdeck needs")
        } else if facts.mayMonitor {
            seen.append("\(user) has pg_monitor: it sees all that pgdeck shows")
        } else if facts.mayReadStatistics {
            seen.append("\(user) has pg_read_all_stats: it sees all sessions and sizes")
        } else {
            seen.append("\(user) has no pg_monitor: others' sessions and closed databases stay `?`")
        }
        if let systemUser = facts.systemUser { seen.append("known to the server as \(systemUser)") }
        if facts.connectionLimit >= 0 { seen.append("at most \(facts.connectionLimit) sessions at a time") }
        let hint = facts.isSuperuser || facts.mayMonitor || facts.mayReadStatistics ? nil : "to see them: GRANT pg_monitor TO \"\(user)\""
        guard let end = facts.validUntil, end != .infinity else { return Step(.role, .ok, seen, try: hint) }
        let seconds = Int64(end.secondsSinceEpoch)
        seen.append("the password ends on \(calendarDay(seconds))")
        let isSoon = seconds < Int64(time(nil)) + 14 * 86_400
        return Step(.role, isSoon ? .warning : .ok, seen, try: isSoon ? "have the password renewed before it ends" : hint)
    }
}

extension Step.Name: Comparable {
    /// By the order of the way.
    public static func < (left: Step.Name, right: Step.Name) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
