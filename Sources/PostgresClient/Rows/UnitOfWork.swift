/// Statements that travel together: one READ ONLY transaction in which each may fail on its own.
public struct UnitOfWork: Sendable, Hashable {
    public var statements: [Statement]
    public var limits: UnitLimits

    public init(_ statements: [Statement], limits: UnitLimits) {
        self.statements = statements
        self.limits = limits
    }

    /// The answers to the statements, in their order, or why there are none.
    public typealias Outcome = Result<[Result<RowSet, PostgresError>], PostgresError>
}
