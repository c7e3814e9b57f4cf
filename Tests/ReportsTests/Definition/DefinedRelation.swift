import PostgresCatalog
import PostgresClient
import Reports

/// A relation with its definition.
struct DefinedRelation: Sendable {
    var description: RelationDescription
    /// nil for what comes with another relation.
    var sql: RelationSQL?

    /// What each is called in every database made from these definitions: a TOAST table and its index are called after the OID of the
    /// table that they belong to, a temporary schema after its session.
    static func keys(_ relations: [DefinedRelation]) -> [String] {
        let all = Dictionary(uniqueKeysWithValues: relations.map { ($0.description.relation.oid, $0.description) })
        return relations.map { relation in
            let description = relation.description
            let toastOwner = description.toastOwner.map { "TOAST of \($0.schema).\($0.name)" }
            let toastIndex = description.indexedTable.flatMap { all[$0.oid]?.toastOwner }.map { "TOAST index of \($0.schema).\($0.name)" }
            return (toastOwner ?? toastIndex ?? "\(description.relation.schema).\(description.relation.name)").replacing(
                /pg_temp_\d+/, with: "pg_temp")
        }
    }

    /// Without numbers that differ from database to database, and without what no SQL can bring about.
    func comparable(_ text: String) -> String {
        var text = text.replacing(/pg_(?:toast_)?temp_\d+/, with: "pg_temp_N").replacing(/pg_toast_\d+/, with: "pg_toast_N")
            .replacing(/RI_ConstraintTrigger_([ac])_\d+/) { "RI_ConstraintTrigger_\($0.1)_N" }
            .replacing(/satisfies_hash_partition\('\d+'::oid/, with: "satisfies_hash_partition('N'::oid")
            .replacing(" DETACH PENDING", with: "").replacing(" (DETACH PENDING)", with: "")
        // A number with more digits moves the title, which is centred.
        if text.contains(/temp_N|pg_toast_N/) { text = String(text.drop { $0 == " " }) }
        for remark in sql?.remarks ?? [] where remark.hasSuffix(" is invalid") {
            text = text.replacing(" INVALID", with: "").replacing(", invalid", with: "")
        }
        return text
    }
}
