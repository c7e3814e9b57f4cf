public import PostgresClient

/// pg_proc.prokind.
public enum FunctionKind: Character, Sendable, Hashable, CaseIterable {
    case function = "f"
    case procedure = "p"
    case aggregate = "a"
    case window = "w"
}

extension FunctionKind: RowValue {
    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}
