/// Rows as RFC 4180 has them: a header, CRLF behind every line, quotes where a field needs them, UTF-8.
public struct CSVTable: Sendable {
    private var output: [UInt8] = []

    public init(header: [String]) { append(header) }

    /// The rows by their facts; a list within a field is joined with commas, a missing fact is empty.
    public init<Row>(_ rows: [Row], _ facts: [Fact<Row>]) {
        self.init(header: facts.map(\.name))
        for row in rows { append(facts.map { $0.value(row).field }) }
    }

    public var bytes: [UInt8] { output }

    public mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(field)
        }
        output.append(contentsOf: "\r\n".utf8)
    }

    private mutating func append(_ field: String) {
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            return output.append(contentsOf: field.utf8)
        }
        output.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { output.append(0x22) }
            output.append(byte)
        }
        output.append(0x22)
    }
}

extension JSONValue {
    fileprivate var field: String {
        switch self {
        case .null: ""
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .decimal: line
        case .string(let value): value
        case .array(let elements): elements.map(\.field).joined(separator: ", ")
        case .object(let members):
            members.filter { $0.value != .null && $0.value != .array([]) }.map { "\($0.name): \($0.value.field)" }.joined(separator: "; ")
        }
    }
}
