internal import PostgresCatalog
internal import PostgresClient

/// One named fact of a row: a member of its JSON object and a column of its CSV.
public struct Fact<Row>: Sendable {
    public let name: String
    public let value: @Sendable (Row) -> JSONValue

    init(_ name: String, _ value: @escaping @Sendable (Row) -> JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue {
    /// The row's facts as an object.
    public init<Row>(_ row: Row, _ facts: [Fact<Row>]) {
        self = .object(facts.map { JSONMember($0.name, $0.value(row)) })
    }

    init(_ oid: OID) { self = .integer(Int64(oid.rawValue)) }

    /// What grants a privilege to whom; a grantee of null is PUBLIC.
    init(_ privileges: [AccessPrivilege]?) {
        self =
            privileges.map { items in
                .array(
                    items.map { item in
                        .object([
                            JSONMember("grantee", JSONValue(item.grantee.isEmpty ? nil : item.grantee)),
                            JSONMember("grantor", .string(item.grantor)),
                            JSONMember("privileges", JSONValue(item.privileges.map(AccessPrivilege.word))),
                            JSONMember(
                                "grantable", JSONValue(item.privileges.filter(item.grantable.contains).map(AccessPrivilege.word))),
                        ])
                    })
            } ?? .null
    }
}
