public import PostgresCatalog
public import PostgresClient
public import PostgresMonitor

/// Names one request among all of a dashboard's life; an answer to one that nobody waits for any more is dropped.
public struct RequestID: Sendable, Hashable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// What may be asked of the server. Each question is one unit of work: one round trip.
public enum Question: Sendable, Hashable {
    /// All of pg_database, without sizes.
    case databases
    /// pg_database_size of one database; slow on a large one, so these are asked one after the other.
    case databaseSize(OID)
    /// The schemas of a database with the number of relations by kind.
    case schemas(database: String)
    /// The relations of these kinds in one schema.
    case relations(database: String, schema: OID, kinds: [RelationKind])
    /// The part of a description that never waits for a lock. What no relation of the kind has is not asked; nil asks for all.
    case description(database: String, relation: OID, kind: RelationKind? = nil)
    /// The part of a description that may wait for a lock.
    case definitions(database: String, relation: OID, kind: RelationKind? = nil)
    /// Who holds the locks that rows of a relation wait for.
    case lockHolders(database: String, relation: OID)
    /// A function with its definition, of which a part may wait for a lock.
    case function(database: String, function: OID)
    /// A slice of all names of a database. Asked one after the other apart from what one browses, which never waits for it.
    case names(database: String, CatalogPart, CatalogSlice)
    /// A page of rows of a relation, or why there is none.
    case rows(database: String, relation: OID, RowsRequest)
    /// One value of one row, uncut up to a megabyte.
    case value(database: String, ValueRequest)
    /// A list as psql's commands ask for it.
    case list(database: String, CatalogList)
    /// The relations that the pattern of psql's `\d` means.
    case matches(database: String, ListOptions)
    /// All of some relations, for psql's text of them.
    case describe(database: String, relations: [OID], isVerbose: Bool)
    /// Names that begin with a text, for the command line.
    case completions(database: String, NamedThings, prefix: String)
    /// The whole of a statement of which the monitor knows the beginning.
    case wholeStatement(database: String, WholeStatementQuery.Source)

    /// The database whose catalog answers it; nil where any session of the server will do.
    public var database: String? {
        switch self {
        case .databases, .databaseSize: nil
        case .schemas(let database), .relations(let database, _, _), .description(let database, _, _), .definitions(let database, _, _),
            .lockHolders(let database, _),
            .function(let database, _), .names(let database, _, _), .rows(let database, _, _), .value(let database, _),
            .list(let database, _), .matches(let database, _), .describe(let database, _, _), .completions(let database, _, _),
            .wholeStatement(let database, _):
            database
        }
    }

    /// Whether it may take its time: such questions are asked one after the other, apart from what one browses, which never waits for them.
    public var isSlow: Bool {
        switch self {
        case .databaseSize, .names, .rows, .value, .describe: true
        case .list(_, let list): list.asksSizes
        case .databases, .schemas, .relations, .description, .definitions, .lockHolders, .function, .matches, .completions,
            .wholeStatement:
            false
        }
    }
}

/// A relation with both parts of its description.
public struct DescribedRelation: Sendable, Hashable {
    public var description: RelationDescription
    public var definitions: RelationDefinitions

    public init(_ description: RelationDescription, _ definitions: RelationDefinitions) {
        self.description = description
        self.definitions = definitions
    }
}

/// What the command line completes by asking the server.
public enum NamedThings: Sendable, Hashable {
    /// Of one schema, or of those that need not be named.
    case relations(schema: String?)
    case functions(schema: String?)
    case roles
}

public struct Request: Sendable, Hashable {
    public let id: RequestID
    public let question: Question
    public init(id: RequestID, question: Question) {
        self.id = id
        self.question = question
    }
}

/// The answer to the question of the same name.
public enum Answer: Sendable, Hashable {
    case databases([Database])
    /// nil where the server has no size to give (the database was dropped meanwhile).
    case databaseSize(Int64?)
    case schemas([Schema])
    case relations([Relation])
    /// nil where the relation was dropped meanwhile.
    case description(RelationDescription?)
    /// What could be had, and the first reason why something could not (a lock, a missing right).
    case definitions(RelationDefinitions, unavailable: PostgresError?)
    case lockHolders([LockHolder])
    /// nil where the function was dropped meanwhile; and why its definition could not be had.
    case function(FunctionDescription?, unavailable: PostgresError?)
    /// A slice of names, one of these by the part that was asked for.
    case relationNames([CatalogRelation])
    case functionNames([CatalogFunction])
    case columnNames([CatalogColumns])
    case rows(RowsFound)
    case value(WholeValueQuery.Found)
    case list(CatalogListing)
    case matches([RelationsByPatternQuery.Match])
    /// In the order asked for, without those dropped meanwhile.
    case described([DescribedRelation])
    case completions([String])
    /// nil where it has gone.
    case wholeStatement(String?)
}

/// The names of a database come in three parts.
public enum CatalogPart: Sendable, Hashable {
    case relations, functions, columns
}
