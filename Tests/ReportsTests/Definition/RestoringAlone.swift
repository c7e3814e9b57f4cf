import PostgresCatalog
import Reports

/// Relations that are dropped and made again from their own definition alone, each in a transaction that is rolled back, by a session that
/// finds nothing without its schema.
struct RestoringAlone {
    /// What `\d+` printed before and after; nil where others stand on the relation, so that it cannot be dropped.
    typealias Outcome = (before: String, after: String)?

    let relations: [DefinedRelation]
    private static let mark = "-- the next text --"

    /// Takes those that hold nothing which would go with them. When a partition is attached the server makes the indexes that it lacks, so
    /// that those of a table with such an index (an invalid one) would get more than they had.
    init(_ relations: [DefinedRelation]) {
        let owned = Set(relations.flatMap { $0.description.ownedSequences.map(\.relation.oid) })
        let incomplete = Set(
            relations.map(\.description).filter { $0.kind == .partitionedTable && $0.indexes.contains { !$0.isValid } }.map(\.relation.oid))
        self.relations = relations.filter {
            let description = $0.description
            return $0.sql != nil && description.indexedTable == nil && description.children.isEmpty && description.persistence != .temporary
                && !owned.contains(description.relation.oid) && description.partitionOf.map { incomplete.contains($0.relation.oid) } != true
        }
    }

    func outcomes(in database: RestorableDatabase) throws -> [Outcome] {
        let script = relations.map { relation -> String in
            let printing = "\(RestorableDatabase.command(relation.description.relation))\n\\echo '\(Self.mark)'\n"
            return """
                BEGIN;
                \(printing)
                DROP \(relation.dropNoun) \(RestorableDatabase.pattern(relation.description.relation));
                \\if :ERROR
                \\echo '\(Self.mark)'
                \\else
                SET LOCAL search_path TO pg_catalog;
                \(relation.sql?.text ?? "")
                \(printing)
                \\endif
                ROLLBACK;

                """
        }
        let texts = try database.texts(of: "\\set QUIET on\n" + script.joined(), between: Self.mark)
        guard texts.count == relations.count * 2 else { throw RestorableDatabase.Failure(description: "psql ended early") }
        return relations.indices.map { place -> Outcome in
            let (before, after) = (texts[place * 2], texts[place * 2 + 1])
            return after.isEmpty ? nil : (before, after)
        }
    }
}

extension DefinedRelation {
    fileprivate var dropNoun: String {
        switch description.kind {
        case .view: "VIEW"
        case .materializedView: "MATERIALIZED VIEW"
        case .foreignTable: "FOREIGN TABLE"
        case .sequence: "SEQUENCE"
        case .compositeType: "TYPE"
        default: "TABLE"
        }
    }

    /// Without the publications, which are no part of a relation, and what ``comparable(_:)`` leaves out.
    func comparableWithoutPublications(_ text: String) -> String {
        comparable(text).replacing(/Publications:\n(?: {4}".*"(?: .*)?\n)+/, with: "")
    }
}
