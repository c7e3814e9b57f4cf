public import PostgresCatalog

extension ListedRelation {
    public static let facts: [Fact<Self>] = [
        Fact("oid") { JSONValue($0.oid) },
        Fact("schema") { .string($0.schema) },
        Fact("name") { .string($0.name) },
        Fact("kind") { .string($0.kind.reportName) },
        Fact("owner") { .string($0.owner) },
        Fact("persistence") { .string("\($0.persistence)") },
        Fact("access_method") { JSONValue($0.accessMethod) },
        Fact("bytes") { JSONValue($0.bytes) },
        Fact("description") { JSONValue($0.comment) },
    ]
}

extension ListedDatabase {
    public static let facts: [Fact<Self>] = [
        Fact("oid") { JSONValue($0.oid) },
        Fact("name") { .string($0.name) },
        Fact("owner") { .string($0.owner) },
        Fact("encoding") { .string($0.encoding) },
        Fact("collate") { .string($0.collate) },
        Fact("ctype") { .string($0.ctype) },
        Fact("locale_provider") { JSONValue($0.localeProvider.map { "\($0)" }) },
        Fact("locale") { JSONValue($0.locale) },
        Fact("icu_rules") { JSONValue($0.icuRules) },
        Fact("privileges") { JSONValue($0.privileges) },
        Fact("bytes") { JSONValue($0.bytes) },
        Fact("tablespace") { JSONValue($0.tablespace) },
        Fact("description") { JSONValue($0.comment) },
    ]
}

extension RoleAttributes {
    public static let facts: [Fact<Self>] = [
        Fact("oid") { JSONValue($0.oid) },
        Fact("name") { .string($0.name) },
        Fact("superuser") { .bool($0.isSuperuser) },
        Fact("inherit") { .bool($0.inherits) },
        Fact("create_role") { .bool($0.mayCreateRoles) },
        Fact("create_database") { .bool($0.mayCreateDatabases) },
        Fact("login") { .bool($0.mayLogIn) },
        Fact("replication") { .bool($0.mayReplicate) },
        Fact("bypass_row_security") { .bool($0.bypassesRowSecurity) },
        Fact("connection_limit") { JSONValue($0.connectionLimit < 0 ? nil : $0.connectionLimit) },
        Fact("password_valid_until") { JSONValue($0.passwordValidUntil) },
        Fact("member_of") { JSONValue($0.memberOf) },
        Fact("description") { JSONValue($0.comment) },
    ]
}

extension RelationKind {
    /// The kind in SQL's words, lower case.
    var reportName: String {
        switch self {
        case .table: "table"
        case .partitionedTable: "partitioned table"
        case .view: "view"
        case .materializedView: "materialized view"
        case .index: "index"
        case .partitionedIndex: "partitioned index"
        case .sequence: "sequence"
        case .foreignTable: "foreign table"
        case .compositeType: "composite type"
        case .toastTable: "TOAST table"
        }
    }
}
