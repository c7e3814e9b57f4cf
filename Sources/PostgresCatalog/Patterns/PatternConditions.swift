import PostgresClient

/// The conditions of a WHERE that a pattern stands for, with the expressions as parameters.
///
/// The default collation decides what a class such as `\w` holds, as psql has it; that of type name is C.
struct PatternConditions {
    private(set) var clauses: [String] = []
    private(set) var parameters: [Parameter] = []

    /// - Parameters:
    ///   - pattern: nil asks for visibility alone.
    ///   - name, schema: the columns.
    ///   - visibility: the condition where the pattern names no schema.
    init(_ pattern: NamePattern?, name: String, schema: String? = nil, visibility: String? = nil) {
        if let expression = pattern?.name { match(name, expression) }
        if let schema, let expression = pattern?.schema { match(schema, expression) }
        if let visibility, pattern?.namesSchema != true { clauses.append(visibility) }
    }

    /// `WHERE ... AND ...`, or nothing.
    static func whereClause(_ clauses: [String]) -> String {
        clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: "\n  AND ")
    }

    private mutating func match(_ column: String, _ expression: String) {
        parameters.append(.text(expression))
        clauses.append("\(column) OPERATOR(pg_catalog.~) $\(parameters.count) COLLATE pg_catalog.default")
    }

    static let isVisible = "pg_catalog.pg_table_is_visible(c.oid)"
}
