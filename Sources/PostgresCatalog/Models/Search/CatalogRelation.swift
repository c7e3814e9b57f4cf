public import PostgresClient

/// A relation by its name alone (pg_class, pg_namespace): what a search of a whole database needs.
public struct CatalogRelation: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    public var kind: RelationKind

    public init(oid: OID, schema: String, name: String, kind: RelationKind) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.kind = kind
    }
}

/// pg_catalog, information_schema, pg_toast and the temporary ones: the server reserves names that begin with pg_.
public func isSystemSchema(_ name: String) -> Bool { name.hasPrefix("pg_") || name == "information_schema" }
