import PostgresCatalog
import Reports

/// The definitions of many relations as one script, section by section.
struct RestoreScript {
    /// Without temporary relations.
    private(set) var lasting: String
    private(set) var temporary: String

    /// Takes the relations by OID, which is how they can stand on each other. Indexes come with their tables.
    init(_ relations: [DefinedRelation]) {
        let separate = relations.filter { $0.description.indexedTable == nil }
        let tables = Set(separate.flatMap { $0.description.ownedSequences.map(\.relation.oid) })
        func script(_ isIncluded: (DefinedRelation) -> Bool) -> String {
            let chosen = separate.filter(isIncluded)
            return RelationSQL.Section.allCases.flatMap { section in
                chosen.flatMap { relation -> [String] in
                    // A sequence that a table owns is made with the table.
                    let comesWithTable = tables.contains(relation.description.relation.oid)
                    let statements = relation.sql?.statements.filter { $0.section == section } ?? []
                    return comesWithTable && (section == .sequences || section == .indexSettings) ? [] : statements.map { $0.text + ";\n" }
                }
            }.joined()
        }
        lasting = script { $0.description.persistence != .temporary }
        temporary = script { $0.description.persistence == .temporary }
    }
}
