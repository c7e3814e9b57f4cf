extension JSONValue {
    /// Without the members that hold the text of somebody's statement: whoever reaches the port may read the answer.
    var withoutStatements: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutStatements))
        case .object(let members):
            .object(
                members.filter { $0.name != "query" }.map { JSONMember($0.name, $0.value.withoutStatements) })
        case .null, .bool, .integer, .decimal, .string: self
        }
    }
}
