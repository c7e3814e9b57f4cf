public import PostgresClient

/// pg_proc.provolatile.
public enum FunctionVolatility: Character, Sendable, Hashable, CaseIterable, RowValue {
    case immutable = "i"
    case stable = "s"
    case volatile = "v"

    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}

/// pg_proc.proparallel.
public enum ParallelSafety: Character, Sendable, Hashable, CaseIterable, RowValue {
    case restricted = "r"
    case safe = "s"
    case unsafe = "u"

    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}
