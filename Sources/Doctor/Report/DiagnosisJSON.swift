public import Reports

extension Diagnosis {
    /// Schema `pgdeck/doctor/1`. Text from outside is in it as it came.
    public var json: JSONValue {
        .object([
            JSONMember("schema", .string("pgdeck/doctor/1")),
            JSONMember("verdict", .string(verdict.rawValue)),
            JSONMember("summary", .string(summary)),
            JSONMember("try", next.map(JSONValue.string) ?? .null),
            JSONMember("steps", .array(steps.map(\.json))),
        ])
    }
}

extension Step {
    fileprivate var json: JSONValue {
        .object([
            JSONMember("step", .string(name.rawValue)),
            JSONMember("verdict", .string(verdict.rawValue)),
            JSONMember("seen", .array(seen.map(JSONValue.string))),
            JSONMember("milliseconds", duration.map { .decimal($0 / .milliseconds(1)) } ?? .null),
            JSONMember("try", advice.map(JSONValue.string) ?? .null),
        ])
    }
}
