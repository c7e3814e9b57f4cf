/// Statements that travel together: one READ ONLY transaction in which each may fail on its own.
public struct UnitOfWork: Sendable, Hashable {
    public var statements: [Statement]
    public var limits: UnitLimits
    /// Whether the first failure is that of the whole unit: no later statement is run then, so that the unit waits for one lock at most.
    public var failsTogether: Bool

    public init(_ statements: [Statement], limits: UnitLimits, failsTogether: Bool = false) {
        self.statements = statements
        self.limits = limits
        self.failsTogether = failsTogether
    }

    /// The answers to the statements, in their order, or why there are none.
    public typealias Outcome = Result<[Result<RowSet, PostgresError>], PostgresError>
}
