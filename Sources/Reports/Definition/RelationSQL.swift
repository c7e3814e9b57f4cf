public import PostgresCatalog
public import PostgresClient

/// A relation as the SQL statements that make it again, in a database that has what it stands on: schemas, roles, types, functions, the tables that
/// it points at. In pg_dump's manner: first the relation, then what hangs on it; of a table also its indexes and the sequences that
/// it owns. Names are qualified, but for those inside expressions, which the server prints by the search path of the session that asked:
/// the text begins by setting that path, so that it means the same in every session. It is not asked again under an empty path, as pg_dump
/// would: a session that also prints psql's text, or that a pooler lends to others, keeps the path it has.
///
/// Not told, as not part of the relation: publications, rows, the state of sequences. Not possible in SQL: an index that is invalid because it
/// could not be built, a partition half detached, some (not all) of a foreign key's internal triggers disabled; for the first two a comment says so. From 18 on a not-null constraint that a partition had before its table
/// did comes back as inherited alone, and one that several parents bring comes back under the first parent's name.
public struct RelationSQL: Sendable, Hashable {
    /// In this order, also over several relations: made so, each finds what it needs, and the partitions of one table find each their own
    /// indexes.
    public enum Section: Int, Sendable, Hashable, CaseIterable {
        case sequences
        case relation
        /// Indexes and keys of a partition, which must be there before it is attached: then those are taken.
        case partitionIndexes
        case partition
        case indexes
        case indexPartitions
        case indexSettings
        case foreignKeys
        case triggers
        case rules
        case policies
        case statistics
        case comments
        case privileges
    }

    public struct Statement: Sendable, Hashable {
        public var section: Section
        /// Without the semicolon.
        public var text: String
    }

    /// In the order of their sections.
    public let statements: [Statement]
    /// The schemas in which the statements find the names that they do not qualify.
    public let searchPath: [String]
    /// What stood behind a lock, in words, and is therefore missing from the statements.
    public let missing: [String]
    /// What SQL cannot say of it, in words.
    public let remarks: [String]

    /// - Returns: nil for what is not made by a statement of its own: a TOAST table, the sequence of an identity column.
    public init?(_ description: RelationDescription, _ definitions: RelationDefinitions, on server: ServerVersion) {
        var writer = RelationSQLWriter(description: description, definitions: definitions, server: server)
        writer.write()
        guard !writer.statements.isEmpty else { return nil }
        // Within a section in the order of writing.
        let inOrder = writer.statements.enumerated().sorted {
            ($0.element.section.rawValue, $0.offset) < ($1.element.section.rawValue, $1.offset)
        }
        statements = inOrder.map(\.element)
        // A sequence names nothing but itself and its column. Under an empty path the server qualifies all.
        searchPath = description.kind == .sequence ? [] : description.searchPath
        missing = writer.missing
        remarks = writer.remarks
    }

    /// One text, with a semicolon after each statement; what is missing and what SQL cannot say stands before them as comments, and
    /// before the first the search path that they were printed under.
    public var text: String {
        let head = missing.map { "-- missing, behind a lock: \($0)" } + remarks.map { "-- \($0)" }
        // A newline in a name would end the comment.
        let comments = head.map { line in String(line.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : Character($0) }) + "\n" }
        let path = searchPath.isEmpty ? [] : ["SET search_path TO \(SQLSyntax.list(searchPath.map(SQLSyntax.ownSchema)));\n"]
        return (comments + path + statements.map { $0.text + ";\n" }).joined()
    }
}
