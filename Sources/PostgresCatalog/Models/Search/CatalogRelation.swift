public import PostgresClient

/// A relation by its name alone (pg_class, pg_namespace): what a search of a whole database needs.
public struct CatalogRelation: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    public var kind: RelationKind
    /// In pg_catalog, information_schema or another of the server's own.
    public var isSystem: Bool { isSystemSchema(schema) }

    public init(oid: OID, schema: String, name: String, kind: RelationKind) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.kind = kind
    }
}

/// The server reserves names that begin with pg_.
func isSystemSchema(_ name: String) -> Bool { name.hasPrefix("pg_") || name == "information_schema" }
