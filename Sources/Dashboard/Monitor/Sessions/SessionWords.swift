internal import PostgresMonitor
internal import Terminal

/// The state of a session in at most ten columns, in its colour: waiting for a lock, and idle in a transaction for ten seconds or for as long as
/// is worth an alert, stand out.
func stateWords(
    _ state: String?, since: Double?, waitsForLock: Bool, isHidden: Bool, now: Double, rules: AlertRules
) -> StyledText {
    if isHidden { return StyledText("?", .failed) }
    let age = since.map { now - $0 } ?? 0
    let idleRole: Role = age >= rules[.idleInTransaction] ?? .infinity ? .bad : age >= 10 ? .warning : .text
    return switch state {
    case "active": StyledText("active", waitsForLock ? .bad : .good)
    case "idle": StyledText("idle", .muted)
    case "idle in transaction": StyledText("idle in tx", idleRole)
    case "idle in transaction (aborted)": StyledText("aborted tx", idleRole)
    case "fastpath function call": StyledText("fastpath", .good)
    case let state?: StyledText(outside: state, .muted)
    case nil: StyledText("-", .muted)
    }
}

/// `4711, 4712`; a prepared transaction has no process.
func pids(_ pids: [Int32]) -> String {
    var told: Set<Int32> = []
    return pids.filter { told.insert($0).inserted }.map { $0 == 0 ? "prepared" : "\($0)" }.joined(separator: ", ")
}

/// What `y` copies of a session: pgdeck ends nobody's query, a person may, elsewhere.
func cancelStatement(_ pid: Int32) -> (text: String, words: String) {
    let statement = "select pg_cancel_backend(\(pid))"
    return (statement, statement + ", to run elsewhere")
}

/// What a session runs or ran last; where it is cut, the server has the whole as long as nothing else runs there.
func statementBody(_ query: QueryText?, of pid: Int32, began: Double?) -> RowDetail.Body? {
    guard let query, !query.beginning.isEmpty else { return nil }
    return .statement(query, whole: query.isCut ? began.map { .session(pid: pid, began: $0) } : nil)
}

let cancelHint = "copy pg_cancel_backend"
