public import PostgresClient

/// The names of one relation's columns (pg_attribute), in their order, without the dropped ones.
public struct CatalogColumns: Sendable, Hashable {
    public var relation: OID
    public var names: [String]

    public init(relation: OID, names: [String]) {
        self.relation = relation
        self.names = names
    }
}
