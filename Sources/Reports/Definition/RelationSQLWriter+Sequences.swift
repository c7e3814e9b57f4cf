import PostgresCatalog
import PostgresClient

extension RelationSQLWriter {
    mutating func writeOwnSequence() {
        guard let parameters = description.sequence else { return }
        writeSequence(description.relation, parameters, description.persistence)
        if let owner = parameters.owner {
            writeSequenceOwner(
                description.relation, column: "\(SQLSyntax.name(owner.relation)).\(SQLSyntax.identifier(owner.column))")
        }
    }

    mutating func writeSequence(_ sequence: RelationName, _ parameters: SequenceParameters, _ persistence: Relation.Persistence) {
        let name = SQLSyntax.name(sequence)
        let word =
            switch persistence {
            case .permanent: ""
            case .unlogged: "UNLOGGED "
            case .temporary: "TEMPORARY "
            }
        add(.sequences, "CREATE \(word)SEQUENCE \(name) AS \(parameters.type) \(parameters.clauses.joined(separator: " "))")
        add(.sequences, "ALTER SEQUENCE \(name) OWNER TO \(SQLSyntax.identifier(description.owner))")
    }

    /// The table and the sequence must have one owner before that.
    mutating func writeSequenceOwner(_ sequence: RelationName, column: String) {
        add(.indexSettings, "ALTER SEQUENCE \(SQLSyntax.name(sequence)) OWNED BY \(column)")
    }

    /// In parentheses, what differs from what the server would choose for the sequence of an identity column; empty where nothing does.
    func identitySequenceClause(_ column: Column) -> String {
        guard let sequence = description.ownedSequences.first(where: { $0.column == column.name && $0.isIdentity }) else { return "" }
        var words: [String] = []
        let usual = "\(description.relation.name)_\(column.name)_seq"
        if sequence.relation.name != usual || usual.utf8.count > 63 || sequence.relation.schema != description.relation.schema {
            words.append("SEQUENCE NAME \(SQLSyntax.name(sequence.relation))")
        }
        if let largest = Self.largest[sequence.parameters.type] {
            let usual = SequenceParameters(
                type: sequence.parameters.type, start: 1, minimum: 1, maximum: largest, increment: 1, cycles: false, cache: 1)
            var own = sequence.parameters
            own.owner = nil
            if own != usual { words += own.clauses }
        }
        return words.isEmpty ? "" : " (" + words.joined(separator: " ") + ")"
    }

    private static let largest: [String: Int64] = [
        "smallint": Int64(Int16.max), "integer": Int64(Int32.max), "bigint": Int64.max,
    ]
}

extension SequenceParameters {
    /// As CREATE SEQUENCE takes them.
    var clauses: [String] {
        ["START WITH \(start)", "INCREMENT BY \(increment)", "MINVALUE \(minimum)", "MAXVALUE \(maximum)", "CACHE \(cache)"]
            + (cycles ? ["CYCLE"] : [])
    }
}
