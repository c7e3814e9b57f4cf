import PostgresCatalog
import PostgresClient

extension RelationSQLWriter {
    /// The elements of CREATE TABLE that are columns.
    mutating func columnClauses() -> [String] {
        if description.ofType != nil {
            return description.columns.compactMap { column in
                let clauses = valueClauses(column)
                return clauses.isEmpty ? nil : ([SQLSyntax.identifier(column.name), "WITH OPTIONS"] + clauses).joined(separator: " ")
            }
        }
        return description.columns.filter { !isLeftToParents($0) }.map { column in
            var words = [SQLSyntax.identifier(column.name), column.type]
            if let compression = column.compression { words.append("COMPRESSION \(compression)") }
            if let options = column.foreignOptions { words.append("OPTIONS (\(options))") }
            if let collation = column.collationText { words.append("COLLATE \(collation)") }
            return (words + valueClauses(column)).joined(separator: " ")
        }
    }

    /// Whether INHERITS brings the column.
    private func isLeftToParents(_ column: Column) -> Bool { createsAsHeir && !column.isLocal }

    private mutating func valueClauses(_ column: Column) -> [String] {
        var clauses: [String] = []
        if let identity = column.identity, !inheritsIdentity {
            clauses.append("GENERATED \(identity == .always ? "ALWAYS" : "BY DEFAULT") AS IDENTITY\(identitySequenceClause(column))")
        } else if let expression = defaultExpression(column) {
            switch column.generation {
            case .stored: clauses.append("GENERATED ALWAYS AS (\(expression)) STORED")
            case .virtual: clauses.append("GENERATED ALWAYS AS (\(expression)) VIRTUAL")
            case nil: clauses.append("DEFAULT \(SQLSyntax.defaultExpression(expression))")
            }
        }
        if let notNull = notNullClause(column) { clauses.append(notNull) }
        return clauses
    }

    /// From 17 on a partition has its parent's identity columns, and may not bring any when it is attached.
    private var inheritsIdentity: Bool { description.isPartition && server.major >= 17 }

    private mutating func defaultExpression(_ column: Column) -> String? {
        guard column.hasDefault else { return nil }
        return known(definitions.defaults[column.number], "the default of column \(SQLSyntax.identifier(column.name))")
    }

    /// Settings that CREATE TABLE has no words for, or has them only in newer versions; and what an inherited column has besides.
    mutating func writeColumnSettings() {
        for column in description.columns {
            let alter = "\(alterOnly) ALTER COLUMN \(SQLSyntax.identifier(column.name))"
            if isLeftToParents(column) {
                if column.generation == nil, let expression = defaultExpression(column) {
                    add(.relation, "\(alter) SET DEFAULT \(SQLSyntax.defaultExpression(expression))")
                }
                if column.isNotNull, server.major < 18 { add(.relation, "\(alter) SET NOT NULL") }
                if let compression = column.compression { add(.relation, "\(alter) SET COMPRESSION \(compression)") }
                if let options = column.foreignOptions { add(.relation, "\(alter) OPTIONS (\(options))") }
            }
            writeStorageSettings(column, alter)
        }
    }

    /// What tables and materialized views keep of a column besides its values.
    func storageSettings(_ column: Column, _ alter: String) -> [String] {
        var statements: [String] = []
        if let usual = column.typeStorage, usual != column.storage, let word = Self.storageWords[column.storage] {
            statements.append("\(alter) SET STORAGE \(word)")
        }
        if let target = column.statisticsTarget { statements.append("\(alter) SET STATISTICS \(target)") }
        if !column.options.isEmpty {
            statements.append("\(alter) SET (\(SQLSyntax.options(column.options).joined(separator: ", ")))")
        }
        return statements
    }

    mutating func writeStorageSettings(_ column: Column, _ alter: String) {
        for statement in storageSettings(column, alter) { add(.relation, statement) }
    }

    private static let storageWords: [Character: String] = ["p": "PLAIN", "e": "EXTERNAL", "m": "MAIN", "x": "EXTENDED"]
}
