public import PostgresClient

/// A column as the reading of rows needs it.
public struct RowColumn: Sendable, Hashable {
    /// attnum, from 1.
    public var number: Int
    public var name: String
    /// As format_type says it.
    public var type: String
    /// The OID of the type, of a domain the one at its bottom.
    public var baseType: OID
    /// pg_type.typcategory: N numbers, B booleans, D dates and times, S strings, ...
    public var category: Character
    /// has_column_privilege SELECT.
    public var mayRead: Bool

    public init(number: Int, name: String, type: String, baseType: OID, category: Character, mayRead: Bool = true) {
        self.number = number
        self.name = name
        self.type = type
        self.baseType = baseType
        self.category = category
        self.mayRead = mayRead
    }

    /// What a value of it has to be treated as.
    public var content: Content { Content(baseType) }

    /// Built-in types whose values are cut, sent or shown in a way of their own; their OIDs never change.
    public enum Content: Sendable, Hashable {
        /// text and varchar: the server cuts them without reading the whole.
        case text
        /// Sent as hexadecimal digits.
        case bytes
        case json
        case xml
        case boolean
        /// Anything else, by its type's output function.
        case other

        init(_ type: OID) {
            switch type.rawValue {
            case 25, 1043: self = .text
            case 17: self = .bytes
            case 114, 3802: self = .json
            case 142: self = .xml
            case 16: self = .boolean
            default: self = .other
            }
        }
    }
}
