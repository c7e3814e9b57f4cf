internal import PostgresCatalog

/// A search in steps: each call of ``advance(over:budget:)`` goes a bounded way, so that no key waits for a large catalog; names that came
/// since are looked at by the next.
public struct CatalogFinder: Sendable {
    /// Which things are looked for.
    public enum Scope: Int, Sendable, Hashable, CaseIterable {
        case all, relations, columns, functions
    }

    public private(set) var pattern: FuzzyPattern
    public private(set) var scope: Scope
    /// How many things matched so far.
    public private(set) var matches = 0
    private var terms: [TermScores]
    private var cursors: [Cursor] = []
    private var best = BestFindings()

    /// How far the things of one database have been looked at.
    struct Cursor: Sendable {
        var relations = 0
        var functions = 0
        var groups = 0
        var column = 0
    }

    public init(_ pattern: FuzzyPattern = FuzzyPattern(""), scope: Scope = .all) {
        self.pattern = pattern
        self.scope = scope
        terms = pattern.terms.map(TermScores.init)
    }

    /// Begins anew with another pattern or scope. What was found for a term that this one goes on from is not looked for again.
    public mutating func look(for pattern: FuzzyPattern, scope: Scope) {
        let known = terms
        terms = pattern.terms.map { term in
            if let same = known.first(where: { $0.term == term }) { return same }
            // The longest one leaves least to do.
            let wider = known.filter { term.narrows($0.term) }.max { $0.term.units.count < $1.term.units.count }
            return wider.map { TermScores(term, narrowing: $0) } ?? TermScores(term)
        }
        self.pattern = pattern
        self.scope = scope
        matches = 0
        cursors = []
        best = BestFindings()
    }

    /// The best findings so far, at most 500, the best first.
    public func findings(in index: NameIndex) -> [Finding] { best.sorted(in: index) }

    /// Goes on, by at most so many units of work (a thing looked at is one, a name compared about eight).
    /// - Returns: whether all that is in the index has been looked at.
    public mutating func advance(over index: NameIndex, budget: Int) -> Bool {
        var budget = budget
        for term in terms.indices where terms[term].done < index.names.count {
            let end = min(index.names.count, terms[term].done + max(1, budget / 8))
            budget -= 8 * (end - terms[term].done)
            terms[term].advance(over: index.names, to: end)
            if terms[term].done < index.names.count { return false }
        }
        while cursors.count < index.databases.count { cursors.append(Cursor()) }
        for database in cursors.indices {
            if scope == .all || scope == .relations { lookAtRelations(of: database, in: index, &budget) }
            if scope == .all || scope == .functions { lookAtFunctions(of: database, in: index, &budget) }
            if scope == .all || scope == .columns { lookAtColumns(of: database, in: index, &budget) }
            if budget <= 0 { return isFinished(index) }
        }
        return true
    }

    private func isFinished(_ index: NameIndex) -> Bool {
        zip(cursors, index.databases).allSatisfy { cursor, names in
            (scope == .columns || scope == .functions || cursor.relations == names.relations.count)
                && (scope == .columns || scope == .relations || cursor.functions == names.functions.count)
                && (scope == .relations || scope == .functions || cursor.column == names.columns.count)
        }
    }

    private mutating func lookAtRelations(of database: Int, in index: NameIndex, _ budget: inout Int) {
        let names = index.databases[database]
        let end = min(names.relations.count, cursors[database].relations + max(0, budget))
        for entry in cursors[database].relations..<end {
            let relation = names.relations[entry]
            guard let score = score(relation.entry, of: names) else { continue }
            take(score + relation.kind.worth, .relation, database, entry, in: index)
        }
        budget -= end - cursors[database].relations
        cursors[database].relations = end
    }

    private mutating func lookAtFunctions(of database: Int, in index: NameIndex, _ budget: inout Int) {
        let names = index.databases[database]
        let end = min(names.functions.count, cursors[database].functions + max(0, budget))
        for entry in cursors[database].functions..<end {
            guard let score = score(names.functions[entry].entry, of: names) else { continue }
            take(score + 2, .function, database, entry, in: index)
        }
        budget -= end - cursors[database].functions
        cursors[database].functions = end
    }

    private mutating func lookAtColumns(of database: Int, in index: NameIndex, _ budget: inout Int) {
        let names = index.databases[database]
        while budget > 0, cursors[database].groups < names.groups.count {
            let group = cursors[database].groups
            let relation = names.relations[Int(names.groups[group].relation)]
            let worth = (relation.entry.isSystem ? -Self.systemPenalty : 0) + min(0, relation.kind.worth)
            let range = names.columns(of: group)
            for column in range {
                guard let score = score(own: names.columns[column], parents: (relation.entry.name, relation.entry.schema, names.name))
                else { continue }
                take(score + worth, .column, database, group, column: column, in: index)
            }
            budget -= range.count + 1
            cursors[database].groups += 1
            cursors[database].column = range.upperBound
        }
    }

    private mutating func take(
        _ score: Int, _ kind: Finding.Kind, _ database: Int, _ entry: Int, column: Int = 0, in index: NameIndex
    ) {
        matches += 1
        best.offer(
            Finding(score: Int32(score), kind: kind, database: UInt16(database), entry: UInt32(entry), column: UInt32(column)), in: index)
    }

    /// Exact names of the server's own are found before vague ones of a user's, but after a user's that begin with what was typed.
    private static let systemPenalty = 90

    @inline(__always)
    private func score(_ entry: DatabaseNames.Entry, of database: DatabaseNames) -> Int? {
        guard let score = score(own: entry.name, parents: (entry.schema, database.name, nil)) else { return nil }
        return entry.isSystem ? score - Self.systemPenalty : score
    }

    /// - Parameter parents: the names that it hangs from, the nearest first.
    /// - Returns: nil where a word matches none of its names, or none of them its own.
    @inline(__always)
    private func score(own: NameID, parents: (NameID, NameID, NameID?)) -> Int? {
        if terms.isEmpty { return 0 }
        var total = 0
        var isOwn = false
        for word in pattern.words {
            if word.count == 1 {
                let scores = terms[word[0]!].scores
                let score = Int(scores[Int(own)])
                if score > 0 {
                    isOwn = true
                    total += score
                } else {
                    // The names above say where, not what.
                    let above = max(
                        Int(scores[Int(parents.0)]), Int(scores[Int(parents.1)]), parents.2.map { Int(scores[Int($0)]) } ?? 0)
                    guard above > 0 else { return nil }
                    total += above / 4
                }
                continue
            }
            guard let score = score(path: word, own: own, parents: parents) else { return nil }
            isOwn = true
            total += score
        }
        return isOwn ? total : nil
    }

    private func score(path: FuzzyPattern.Word, own: NameID, parents: (NameID, NameID, NameID?)) -> Int? {
        var total = 0
        for (distance, term) in path.reversed().enumerated() {
            let name: NameID? =
                switch distance {
                case 0: own
                case 1: parents.0
                case 2: parents.1
                default: parents.2
                }
            guard let name else { return nil }
            guard let term else { continue }
            let score = Int(terms[term].scores[Int(name)])
            guard score > 0 else { return nil }
            total += distance == 0 ? score : score / 2
        }
        return total
    }
}

extension RelationKind {
    /// What one looks for most stands first: an index that begins with what was typed comes after a table that has it further on.
    fileprivate var worth: Int {
        switch self {
        case .table, .partitionedTable, .view, .materializedView, .foreignTable: 6
        case .compositeType, .sequence, .index, .partitionedIndex, .toastTable: -46
        }
    }
}
