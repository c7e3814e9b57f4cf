public import PostgresClient

/// A function, procedure or aggregate by its name and arguments (pg_proc, pg_namespace).
public struct CatalogFunction: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    /// As pg_get_function_identity_arguments says them.
    public var arguments: String
    public var kind: FunctionKind

    public init(oid: OID, schema: String, name: String, arguments: String, kind: FunctionKind) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.arguments = arguments
        self.kind = kind
    }
}
