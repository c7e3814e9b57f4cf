public import PostgresClient

/// A backend that holds a lock which printing a relation's definitions waits for (pg_locks, pg_stat_activity).
public struct LockHolder: Sendable, Hashable {
    /// 0 for a prepared transaction.
    public var pid: Int32
    /// nil where the role may not see it (pg_read_all_stats), as the following.
    public var role: String?
    public var application: String?
    /// The present transaction's start.
    public var transactionStarted: Timestamp?
    /// `active`, `idle in transaction` ...
    public var state: String?
    /// The relation that is locked: the one described, an index of it, a partition, or a table below a view.
    public var relation: RelationName
    /// `AccessExclusiveLock`.
    public var mode: String
    /// false: it waits for the lock itself, and what comes after it waits behind it.
    public var isGranted: Bool

    public init(
        pid: Int32, role: String?, application: String?, transactionStarted: Timestamp?, state: String? = nil, relation: RelationName,
        mode: String, isGranted: Bool = true
    ) {
        self.pid = pid
        self.role = role
        self.application = application
        self.transactionStarted = transactionStarted
        self.state = state
        self.relation = relation
        self.mode = mode
        self.isGranted = isGranted
    }
}
