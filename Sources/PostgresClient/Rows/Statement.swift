/// One SQL statement of this project and its parameters; text from outside travels only as a parameter.
public struct Statement: Sendable, Hashable {
    public var sql: String
    public var parameters: [Parameter]

    public init(_ sql: String, _ parameters: [Parameter] = []) {
        self.sql = sql
        self.parameters = parameters
    }
}

/// A parameter in text format with the type the server shall take it as.
public struct Parameter: Sendable, Hashable {
    /// nil is NULL.
    public let text: String?
    /// The OID of the type in pg_type; 0 lets the server infer it.
    public let type: UInt32

    public init(text: String?, type: UInt32) {
        self.text = text
        self.type = type
    }

    public static func text(_ value: String?) -> Parameter { Parameter(text: value, type: 25) }
    public static func name(_ value: String?) -> Parameter { Parameter(text: value, type: 19) }
    public static func oid(_ value: OID) -> Parameter { Parameter(text: value.description, type: 26) }
    public static func integer(_ value: Int64) -> Parameter { Parameter(text: String(value), type: 20) }
    public static func boolean(_ value: Bool) -> Parameter { Parameter(text: value ? "t" : "f", type: 16) }
    public static func oids(_ values: [OID]) -> Parameter {
        Parameter(text: "{" + values.map(\.description).joined(separator: ",") + "}", type: 1028)
    }
    /// One-letter codes such as relkind, as `text[]`.
    public static func codes(_ values: [Character]) -> Parameter {
        Parameter(text: "{" + values.map { "\"\($0)\"" }.joined(separator: ",") + "}", type: 1009)
    }
}
