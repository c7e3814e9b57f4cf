internal import PostgresCatalog

extension Column {
    /// - Parameter definitions: of the relation that has the column.
    static func facts(_ definitions: RelationDefinitions) -> [Fact<Self>] {
        [
            Fact("number") { JSONValue($0.number) },
            Fact("name") { .string($0.name) },
            Fact("type") { .string($0.type) },
            Fact("collation") { JSONValue($0.collation) },
            Fact("nullable") { .bool(!$0.isNotNull) },
            Fact("default") { JSONValue($0.generation == nil ? definitions.defaults[$0.number] : nil) },
            Fact("identity") { JSONValue($0.identity.map { $0 == .always ? "always" : "by default" }) },
            Fact("generated") { JSONValue($0.generation.map { "\($0)" }) },
            Fact("generation_expression") { JSONValue($0.generation == nil ? nil : definitions.defaults[$0.number]) },
            Fact("storage") { .string($0.storageName) },
            Fact("compression") { JSONValue($0.compression) },
            Fact("statistics_target") { JSONValue($0.statisticsTarget) },
            Fact("options") { JSONValue($0.options) },
            Fact("foreign_options") { JSONValue($0.foreignOptions) },
            Fact("privileges") { JSONValue($0.privileges) },
            Fact("description") { JSONValue($0.comment) },
        ]
    }

    private var storageName: String {
        switch storage {
        case "p": "plain"
        case "e": "external"
        case "m": "main"
        case "x": "extended"
        default: String(storage)
        }
    }
}
