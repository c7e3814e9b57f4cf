internal import CatalogSearch
internal import PostgresCatalog
internal import PostgresClient

/// What was read of the catalog to find things in, and the search in it.
///
/// It is read slice by slice while the overlay is open, and given up a while after it was closed: 12 MB for 100,000 relations of seven
/// columns each.
struct Find: Sendable {
    /// How much of the server is looked through.
    enum Reach: Sendable, Hashable { case database, server }

    /// How far one database has been read.
    struct Reading: Sendable, Hashable {
        let database: String
        /// What stands behind this OID is read. Of the first database all; what the server itself brought, below 16384, is in the others too.
        let start: OID
        var part: CatalogPart = .relations
        var after: OID

        init(_ database: String, behind start: OID) {
            self.database = database
            self.start = start
            after = start
        }
    }

    /// FirstNormalObjectId less one.
    private static let lastOfServer = OID(16383)

    struct Failure: Sendable, Hashable {
        var database: String
        var error: PostgresError
    }

    /// How long what was read is kept after the overlay was closed.
    static let remembered: Duration = .seconds(60)
    /// Units of work of the search in one turn of the loop: under 10 ms.
    static let stride = 1_000_000

    private(set) var index = NameIndex()
    private var finder = CatalogFinder()
    var reach: Reach = .database
    private(set) var reading: Reading?
    /// Databases still to be read, one after the other.
    private var waiting: [String] = []
    private(set) var failures: [Failure] = []
    /// When the first slice was asked for.
    private(set) var asOf: Instant?
    var closedAt: Instant?

    /// The search has not looked at all that was read.
    private(set) var isSearching = false
    /// The best of what was found when the search last came to its end, and how many there were in all.
    private(set) var found: [Finding] = []
    private(set) var matches = 0

    /// When what was read is given up.
    var end: Instant? { closedAt.map { $0 + Self.remembered } }

    var isEmpty: Bool { asOf == nil }
    var isComplete: Bool { !isEmpty && reading == nil && waiting.isEmpty }
    var pattern: FuzzyPattern { finder.pattern }

    // MARK: Reading

    /// Begins to read these databases; those that were read already stay.
    mutating func read(_ databases: [String], at now: Instant) {
        let known = Set(index.databaseNames + waiting)
        waiting += databases.filter { !known.contains($0) }
        if asOf == nil { asOf = now }
        turnToNext()
    }

    /// The question that brings the next slice.
    var question: Question? {
        reading.map { .names(database: $0.database, $0.part, CatalogSlice(after: $0.after, limit: $0.part.slice)) }
    }

    /// - Parameters:
    ///   - count: rows of the slice.
    ///   - last: the last one's OID.
    private mutating func read(_ slice: CatalogSlice, _ count: Int, _ last: OID?) {
        guard var reading else { return }
        if count == slice.limit, let last {
            reading.after = last
            self.reading = reading
        } else if let next = reading.part.next {
            reading.part = next
            reading.after = reading.start
            self.reading = reading
        } else {
            self.reading = nil
            turnToNext()
        }
    }

    /// - Returns: whether the answer was to what is being asked.
    mutating func take(_ answer: Answer, to question: Question) -> Bool {
        guard question == self.question, case .names(_, _, let slice) = question else { return false }
        switch answer {
        case .relationNames(let relations):
            index.add(relations)
            read(slice, relations.count, relations.last?.oid)
        case .functionNames(let functions):
            index.add(functions)
            read(slice, functions.count, functions.last?.oid)
        case .columnNames(let columns):
            index.add(columns)
            read(slice, columns.count, columns.last?.relation)
        default: return false
        }
        return true
    }

    /// The rest of this database cannot be had; the next one is turned to.
    mutating func fail(_ error: PostgresError, _ question: Question) {
        guard question == self.question, let database = reading?.database else { return }
        failures.append(Failure(database: database, error: error))
        reading = nil
        turnToNext()
    }

    private mutating func turnToNext() {
        guard reading == nil else { return }
        guard !waiting.isEmpty else { return index.seal() }
        let database = waiting.removeFirst()
        reading = Reading(database, behind: index.databaseNames.isEmpty ? OID(0) : Self.lastOfServer)
        index.begin(database)
    }

    // MARK: Searching

    mutating func search(for text: String, _ scope: FindOverlay.Scope) {
        finder.look(for: FuzzyPattern(text), scope: scope.searched)
        searchOn()
    }

    /// Goes on with the search; what it has found is shown when it has looked at all that was read.
    mutating func searchOn() {
        isSearching = !finder.advance(over: index, budget: Self.stride)
        guard !isSearching else { return }
        found = finder.findings(in: index)
        matches = finder.matches
    }
}

extension CatalogPart {
    /// Rows of a slice: a few milliseconds of the server's time.
    var slice: Int {
        switch self {
        case .relations: 5000
        case .functions, .columns: 2000
        }
    }

    var next: CatalogPart? {
        switch self {
        case .relations: .functions
        case .functions: .columns
        case .columns: nil
        }
    }
}
