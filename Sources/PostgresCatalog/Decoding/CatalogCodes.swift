public import PostgresClient

// The one-letter codes of the catalogs (type "char").

extension RelationKind: RowValue {
    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}

extension Relation.Persistence: RowValue {
    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}

extension Constraint.Kind: RowValue {
    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}
