// The scalar types that catalog rows are read as.

extension String: RowValue {
    public init?(postgresText text: String) { self = text }
}

extension Bool: RowValue {
    public init?(postgresText text: String) {
        switch text {
        case "t": self = true
        case "f": self = false
        default: return nil
        }
    }
}

extension Int: RowValue {
    public init?(postgresText text: String) { self.init(text) }
}

extension Int16: RowValue {
    public init?(postgresText text: String) { self.init(text) }
}

extension Int32: RowValue {
    public init?(postgresText text: String) { self.init(text) }
}

extension Int64: RowValue {
    public init?(postgresText text: String) { self.init(text) }
}

extension UInt32: RowValue {
    public init?(postgresText text: String) { self.init(text) }
}

extension Double: RowValue {
    /// Neither infinite nor NaN: nothing that is read as a number here is ever either, unless the server lies.
    public init?(postgresText text: String) {
        guard let number = Double(text), number.isFinite else { return nil }
        self = number
    }
}

extension OID: RowValue {
    public init?(postgresText text: String) {
        guard let number = UInt32(text) else { return nil }
        self.init(rawValue: number)
    }
}

extension Character: RowValue {
    /// The type `"char"`: one byte, such as relkind.
    public init?(postgresText text: String) {
        guard text.count == 1 else { return nil }
        self = text.first!
    }
}
