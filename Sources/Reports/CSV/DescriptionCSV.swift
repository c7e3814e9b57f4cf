public import PostgresCatalog

/// Descriptions as CSV: a line for each column of each relation, below them a line for each thing that hangs on it and for each privilege
/// granted, told apart by the field `part`.
public struct DescriptionCSV: Sendable {
    private var table = CSVTable(header: [
        "schema", "relation", "kind", "part", "name", "type", "collation", "nullable", "default", "definition", "description",
        "grantee", "grantable", "grantor",
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
                    column.comment ?? "", "", "", "",
                ])
        }
        for part in Part.all(of: relation, definitions) {
            let grant = part.grant
            table.append(
                place + [
                    part.part, part.name, part.type ?? "", "", "", "", part.definition ?? "", part.comment ?? "", grant?.grantee ?? "",
                    grant.map { $0.isGrantable ? "true" : "false" } ?? "", grant?.grantor ?? "",
                ])
        }
    }
}
