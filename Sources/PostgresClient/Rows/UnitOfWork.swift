/// Statements that travel together: one READ ONLY transaction in which each may fail on its own.
public struct UnitOfWork: Sendable, Hashable {
    public var statements: [Statement]
    public var limits: UnitLimits
    /// Whether the first failure is that of the whole unit: no later statement is run then, so that the unit waits for one lock at most, and
    /// no savepoint stands between two.
    public var failsTogether: Bool
    /// Whether the server joins the tables in the order in which the statements name them, instead of looking for a better one
    /// (`join_collapse_limit`): to look costs it a third of the time of a single description.
    public var plansAsWritten: Bool

    public init(_ statements: [Statement], limits: UnitLimits, failsTogether: Bool = false, plansAsWritten: Bool = false) {
        self.statements = statements
        self.limits = limits
        self.failsTogether = failsTogether
        self.plansAsWritten = plansAsWritten
    }

    /// The answers to the statements, in their order, or why there are none.
    public typealias Outcome = Result<[Result<RowSet, PostgresError>], PostgresError>
}
