/// How long a unit of work may take; the server's own limits are set inside the unit with SET LOCAL.
public struct UnitLimits: Sendable, Hashable {
    /// statement_timeout for each statement; nil leaves the one that the session has from its role, its database or the server.
    public var statement: Duration?
    /// lock_timeout: how long to wait behind another session's lock.
    public var lock: Duration
    /// The client's own deadline for the whole unit, from its sending to its last answer; past it the unit is cancelled.
    public var deadline: Duration

    public init(statement: Duration?, lock: Duration, deadline: Duration) {
        self.statement = statement
        self.lock = lock
        self.deadline = deadline
    }

    /// For plain reads of the catalogs, which wait for nobody.
    public static let catalog = UnitLimits(statement: .seconds(30), lock: .milliseconds(500), deadline: .seconds(35))
    /// For questions that may stand behind a lock, each of which waits in turn: all of a description in less than two seconds.
    public static let mayBlock = UnitLimits(statement: .seconds(10), lock: .milliseconds(100), deadline: .seconds(15))
    /// For the status probe.
    public static let probe = UnitLimits(statement: .seconds(3), lock: .milliseconds(200), deadline: .seconds(4))
}
