internal import PostgresCatalog
internal import PostgresClient

/// Who holds the lock that definitions wait for: `locked by pid 4711 (ncorrea, psql) since 03:04:05 UTC (3 min)`. Those who wait for the
/// lock themselves are told only where nobody holds it any more.
func lockWords(_ holders: [LockHolder], serverNow: Double?) -> String {
    let granted = holders.filter(\.isGranted)
    // One session may hold several locks.
    var told: Set<Int32> = []
    let sessions = (granted.isEmpty ? holders : granted).filter { told.insert($0.pid).inserted }
    guard !sessions.isEmpty else { return "locked by another session" }
    return "locked by " + sessions.map { holderWords($0, serverNow) }.joined(separator: " and ")
}

private func holderWords(_ holder: LockHolder, _ serverNow: Double?) -> String {
    guard holder.pid != 0 else { return "a prepared transaction" }
    var words = "pid \(holder.pid)"
    let who = [holder.role, holder.application].compactMap(\.self).filter { !$0.isEmpty }
    if !who.isEmpty { words += " (" + who.joined(separator: ", ") + ")" }
    if let started = holder.transactionStarted {
        words += " since " + clock(started)
        if let serverNow { words += " (\(timeSpan(seconds: serverNow - started.secondsSinceEpoch)))" }
    }
    return words
}
