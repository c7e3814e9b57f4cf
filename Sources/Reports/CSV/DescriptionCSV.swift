public import PostgresCatalog

/// Descriptions as CSV: a row for each column of each relation, below them a row for each index, constraint, trigger, rule and policy,
/// named in the field `part`.
public struct DescriptionCSV: Sendable {
    private var table = CSVTable(header: [
        "schema", "relation", "kind", "part", "name", "type", "collation", "nullable", "default", "definition", "description",
    ])

    public init() {}

    public var bytes: [UInt8] { table.bytes }

    public mutating func append(_ relation: RelationDescription, _ definitions: RelationDefinitions) {
        let place = [relation.relation.schema, relation.relation.name, relation.kind.reportName]
        for column in relation.columns {
            // As SQL writes it, identity and generated columns too.
            let expression = definitions.defaults[column.number]
            let value =
                switch (column.identity, column.generation) {
                case (.some(let identity), _): "generated \(identity == .always ? "always" : "by default") as identity"
                case (_, .some(let generation)): "generated always as (\(expression ?? "")) \(generation)"
                case (nil, nil): expression ?? ""
                }
            table.append(
                place + [
                    "column", column.name, column.type, column.collation ?? "", column.isNotNull ? "false" : "true", value, "",
                    column.comment ?? "",
                ])
        }
        for part in Self.parts(of: relation, definitions) {
            table.append(place + [part.kind, part.name, "", "", "", "", part.definition ?? "", part.comment ?? ""])
        }
    }

    private typealias Part = (kind: String, name: String, definition: String?, comment: String?)

    private static func parts(of relation: RelationDescription, _ definitions: RelationDefinitions) -> [Part] {
        var parts: [Part] = relation.indexes.map { ("index", $0.name, definitions.indexes[$0.oid], $0.comment) }
        parts += relation.constraints.map { ($0.kind.reportName, $0.name, $0.definition ?? definitions.constraints[$0.oid], $0.comment) }
        parts += relation.triggers.map { ("trigger", $0.name, $0.definition ?? definitions.triggers[$0.oid], $0.comment) }
        parts += relation.rules.map { ("rule", $0.name, definitions.rules[$0.oid], $0.comment) }
        parts += relation.policies.map { policy in
            let expressions = definitions.policies[policy.oid]
            let using = expressions?.using.map { "USING (\($0))" }
            let check = expressions?.check.map { "WITH CHECK (\($0))" }
            return ("policy", policy.name, [using, check].compactMap(\.self).joined(separator: " "), policy.comment)
        }
        if let definition = definitions.viewDefinition { parts.append(("view", relation.relation.name, definition, relation.comment)) }
        return parts
    }
}
