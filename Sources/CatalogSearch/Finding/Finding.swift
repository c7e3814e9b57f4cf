public import PostgresCatalog
public import PostgresClient

/// A place in a ``NameIndex``, and how well it matches.
public struct Finding: Sendable, Hashable {
    enum Kind: UInt8, Sendable, Hashable { case relation, function, column }

    let score: Int32
    let kind: Kind
    let database: UInt16
    /// Of the relation or function; for a column of its group.
    let entry: UInt32
    /// Of the column among all of its database's.
    let column: UInt32

    /// Whether both are the same thing, however well it matches.
    public func isSame(as other: Finding) -> Bool {
        (kind, database, entry, column) == (other.kind, other.database, other.entry, other.column)
    }
}

/// What was found, in the catalog's own words.
public enum FoundObject: Sendable, Hashable {
    case relation(FoundRelation)
    case column(FoundRelation, name: String)
    case function(FoundFunction)

    public var database: String {
        switch self {
        case .relation(let relation), .column(let relation, _): relation.database
        case .function(let function): function.database
        }
    }
}

public struct FoundRelation: Sendable, Hashable {
    public let database: String
    public let oid: OID
    public let schema: String
    public let name: String
    public let kind: RelationKind
}

public struct FoundFunction: Sendable, Hashable {
    public let database: String
    public let oid: OID
    public let schema: String
    public let name: String
    /// As pg_get_function_identity_arguments says them.
    public let arguments: String
    public let kind: FunctionKind
}

/// A name on the way to what was found, and the places in it, by Unicode scalars, that were typed.
public struct FoundName: Sendable, Hashable {
    public let text: String
    public let matched: Set<Int>
}

extension NameIndex {
    /// The names from the database down to the thing itself: database, schema, relation or function, column.
    func path(of finding: Finding) -> [NameID] {
        let names = databases[Int(finding.database)]
        switch finding.kind {
        case .relation:
            let relation = names.relations[Int(finding.entry)].entry
            return [names.name, relation.schema, relation.name]
        case .function:
            let function = names.functions[Int(finding.entry)].entry
            return [names.name, function.schema, function.name]
        case .column:
            let relation = names.relations[Int(names.groups[Int(finding.entry)].relation)].entry
            return [names.name, relation.schema, relation.name, names.columns[Int(finding.column)]]
        }
    }

    public func object(_ finding: Finding) -> FoundObject {
        let database = databases[Int(finding.database)]
        let path = path(of: finding).map { names.text(of: $0) }
        func relation(_ relation: DatabaseNames.Relation) -> FoundRelation {
            FoundRelation(database: path[0], oid: OID(relation.entry.oid), schema: path[1], name: path[2], kind: relation.kind)
        }
        switch finding.kind {
        case .relation: return .relation(relation(database.relations[Int(finding.entry)]))
        case .column:
            return .column(relation(database.relations[Int(database.groups[Int(finding.entry)].relation)]), name: path[3])
        case .function:
            let function = database.functions[Int(finding.entry)]
            return .function(
                FoundFunction(
                    database: path[0], oid: OID(function.entry.oid), schema: path[1], name: path[2],
                    arguments: texts.text(of: function.arguments),
                    kind: function.kind))
        }
    }

    /// The names from the database down, with what the pattern matched in each.
    public func names(of finding: Finding, matching pattern: FuzzyPattern) -> [FoundName] {
        let path = path(of: finding)
        var matched = [Set<Int>](repeating: [], count: path.count)
        func mark(_ term: Int, at level: Int) -> Bool {
            let places = names.withBytes(of: path[level]) { bytes in
                Alignment.positions(of: pattern.terms[term], in: bytes, isASCII: names.letters[Int(path[level])].isASCII)
            }
            matched[level].formUnion(places ?? [])
            return places != nil
        }
        for word in pattern.words {
            if word.count == 1, let term = word[0] {
                // The lowest name that has it, as in the search.
                _ = path.indices.reversed().first { mark(term, at: $0) }
            } else {
                for (term, level) in zip(word.reversed(), path.indices.reversed()) {
                    if let term { _ = mark(term, at: level) }
                }
            }
        }
        return zip(path, matched).map { FoundName(text: names.text(of: $0), matched: $1) }
    }
}
