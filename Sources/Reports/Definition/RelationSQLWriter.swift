import PostgresCatalog
import PostgresClient

/// Collects the statements of one relation.
struct RelationSQLWriter {
    let description: RelationDescription
    let definitions: RelationDefinitions
    let server: ServerVersion
    private(set) var statements: [RelationSQL.Statement] = []
    private(set) var missing: [String] = []
    private(set) var remarks: [String] = []

    init(description: RelationDescription, definitions: RelationDefinitions, server: ServerVersion) {
        self.description = description
        self.definitions = definitions
        self.server = server
    }

    var name: String { SQLSyntax.name(description.relation) }

    /// The kind of object as ALTER and COMMENT ON call it.
    var noun: String {
        switch description.kind {
        case .view: "VIEW"
        case .materializedView: "MATERIALIZED VIEW"
        case .foreignTable: "FOREIGN TABLE"
        case .sequence: "SEQUENCE"
        case .compositeType: "TYPE"
        case .index, .partitionedIndex: "INDEX"
        case .table, .partitionedTable, .toastTable: "TABLE"
        }
    }

    /// Without ONLY an ALTER TABLE would reach partitions and children, which have statements of their own.
    var alterOnly: String { noun == "TABLE" || noun == "FOREIGN TABLE" ? "ALTER \(noun) ONLY \(name)" : "ALTER \(noun) \(name)" }

    mutating func write() {
        switch description.kind {
        case .table, .partitionedTable, .foreignTable: writeTable()
        case .view: writeView()
        case .materializedView: writeMaterializedView()
        case .sequence:
            guard description.sequence?.owner?.isIdentity != true else { return }
            writeOwnSequence()
        case .compositeType: writeCompositeType()
        case .index, .partitionedIndex: return writeOwnIndex()
        case .toastTable: return
        }
        writeTriggers()
        writeRules()
        writePolicies()
        writeStatistics()
        writeComments()
        writePrivileges()
    }

    mutating func add(_ section: RelationSQL.Section, _ statement: String) {
        statements.append(RelationSQL.Statement(section: section, text: isTemporary ? inOwnTemporarySchema(statement) : statement))
    }

    /// A text that may have stood behind a lock.
    mutating func known(_ text: String?, _ what: String) -> String? {
        if text == nil { missing.append(what) }
        return text
    }

    mutating func remark(_ text: String) { remarks.append(text) }

    mutating func writeOwner() { add(.relation, "ALTER \(noun) \(name) OWNER TO \(SQLSyntax.identifier(description.owner))") }

    private var isTemporary: Bool { description.relation.schema.hasPrefix("pg_temp_") }

    /// The server names the temporary schema of another session by its number in what it prints.
    private func inOwnTemporarySchema(_ statement: String) -> String {
        statement.split(separator: description.relation.schema + ".", omittingEmptySubsequences: false).joined(separator: "pg_temp.")
    }
}
