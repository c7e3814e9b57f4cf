internal import PostgresCatalog
internal import PostgresClient
internal import Reports

/// Which relation is locked, and by whom.
func lockWords(_ holders: [LockHolder], waited: Duration) -> String {
    let seconds = Double(waited.components.seconds) + Double(waited.components.attoseconds) / 1e18
    let patience = "gave up after \(seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)") s"
    guard let holder = holders.first(where: \.isGranted) ?? holders.first else {
        return "a relation is locked by another session; \(patience)"
    }
    let relation = SQLSyntax.name(holder.relation.schema, holder.relation.name)
    guard holder.pid != 0 else { return "\(relation) is locked (\(holder.mode)) by a prepared transaction; \(patience)" }
    let facts = [
        holder.role.map { "user \($0)" }, holder.application.flatMap { $0.isEmpty ? nil : "application \($0)" }, holder.state,
    ]
    let known = facts.compactMap(\.self).joined(separator: ", ")
    return "\(relation) is locked (\(holder.mode)) by process \(holder.pid)\(known.isEmpty ? "" : " (\(known))"); \(patience)"
}
