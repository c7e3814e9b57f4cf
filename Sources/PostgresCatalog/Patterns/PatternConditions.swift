import PostgresClient

/// The conditions of a WHERE that a pattern stands for, with the expressions as parameters.
///
/// The default collation decides what a class such as `\w` holds, as psql has it; that of type name is C.
struct PatternConditions {
    private(set) var clauses: [String] = []
    private(set) var parameters: [Parameter] = []

    /// No condition yet.
    init() {}

    /// - Parameters:
    ///   - pattern: nil asks for visibility alone.
    ///   - name, schema: the columns.
    ///   - visibility: the condition where the pattern names no schema.
    init(_ pattern: NamePattern?, name: String, schema: String? = nil, visibility: String? = nil) {
        add(pattern, name: name, schema: schema, visibility: visibility)
    }

    /// A pattern more, its parameters behind those of the ones before.
    /// - Parameter alternative: an expression that may match in place of the name.
    mutating func add(
        _ pattern: NamePattern?, name: String, schema: String? = nil, alternative: String? = nil, visibility: String? = nil
    ) {
        if let expression = pattern?.name {
            let matches = ([name] + [alternative].compactMap(\.self)).map { match($0, expression) }
            clauses.append(matches.count == 1 ? matches[0] : "(" + matches.joined(separator: " OR ") + ")")
        }
        if let schema, let expression = pattern?.schema { clauses.append(match(schema, expression)) }
        if let visibility, pattern?.namesSchema != true { clauses.append(visibility) }
    }

    /// A condition without parameters.
    mutating func add(_ clause: String) { clauses.append(clause) }

    /// What psql leaves out of a list without a pattern.
    mutating func hideSystemSchemas() {
        add("n.nspname OPERATOR(pg_catalog.<>) 'pg_catalog'")
        add("n.nspname OPERATOR(pg_catalog.<>) 'information_schema'")
    }

    /// `WHERE ... AND ...`, or nothing.
    static func whereClause(_ clauses: [String]) -> String {
        clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: "\n  AND ")
    }

    private mutating func match(_ column: String, _ expression: String) -> String {
        parameters.append(.text(expression))
        return "\(column) OPERATOR(pg_catalog.~) $\(parameters.count) COLLATE pg_catalog.default"
    }

    static let isVisible = "pg_catalog.pg_table_is_visible(c.oid)"
}
