public import PostgresClient

/// A relation as a person and a program know it.
public struct RelationName: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    /// As regclass prints it to the session that asked: quoted where needed, qualified where the search path does not find it.
    /// nil where it was not asked.
    public var regclass: String?

    public init(oid: OID, schema: String, name: String, regclass: String? = nil) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.regclass = regclass
    }
}
