internal import PostgresClient
internal import PostgresMonitor

/// What an answer leaves out for want of a right, where the question as such was permitted.
struct HiddenFacts {
    var probe: ProbeName
    /// In a line of words.
    var reason: String
    /// The statement that would give the right.
    var grant: String
}

extension Snapshot {
    var hiddenFacts: [HiddenFacts] {
        var hidden: [HiddenFacts] = []
        func note<P: Probe>(_ probe: P.Type, _ count: Int?, _ words: String) {
            guard let count, count > 0 else { return }
            hidden.append(HiddenFacts(probe: P.name, reason: "not permitted: \(words) (\(count))", grant: P.right.grant(to: server.user)))
        }
        note(SessionCountsProbe.self, sessionCounts.value?.hidden, "the state of sessions")
        note(DatabaseSizesProbe.self, databaseSizes.value?.rows.count { !$0.isPermitted }, "the size of databases")
        note(StandbysProbe.self, standbys.value?.rows.count(where: \.isHidden), "the state of standbys")
        note(RecoveryProbe.self, recovery.value.flatMap { $0?.receiver }.map { $0.isHidden ? 1 : 0 }, "the state of the receiver")
        return hidden
    }
}
