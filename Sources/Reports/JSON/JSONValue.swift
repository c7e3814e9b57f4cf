/// A JSON value whose objects keep the order of their members.
public indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Written to the millionth; what is no finite number is written as null.
    case decimal(Double)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// The text, indented by two spaces, without a newline at its end.
    public var text: String {
        var output: [UInt8] = []
        append(to: &output, indent: 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// The text in one line.
    public var line: String {
        var output: [UInt8] = []
        append(to: &output, indent: nil)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the text in UTF-8.
    ///
    /// - Parameter indent: nil for a text in one line.
    func append(to output: inout [UInt8], indent: Int?) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): output.append(contentsOf: "\(value)".utf8)
        case .decimal(let value): output.append(contentsOf: Self.text(value).utf8)
        case .string(let value): Self.append(quoted: value, to: &output)
        case .array(let elements):
            Self.append(elements, between: ("[", "]"), to: &output, indent: indent) { $0.append(to: &$1, indent: indent.map { $0 + 2 }) }
        case .object(let members):
            Self.append(members, between: ("{", "}"), to: &output, indent: indent) { member, output in
                Self.append(quoted: member.name, to: &output)
                output.append(contentsOf: ": ".utf8)
                member.value.append(to: &output, indent: indent.map { $0 + 2 })
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element], between brackets: (String, String), to output: inout [UInt8], indent: Int?,
        each: (Element, inout [UInt8]) -> Void
    ) {
        output.append(contentsOf: brackets.0.utf8)
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
            if let indent {
                output.append(UInt8(ascii: "\n"))
                output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 2))
            }
            each(element, &output)
        }
        if !elements.isEmpty, let indent {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        }
        output.append(contentsOf: brackets.1.utf8)
    }

    private static func text(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        // Where a Double holds no millionths there is nothing to round.
        return "\(number.magnitude < 1e9 ? (number * 1_000_000).rounded() / 1_000_000 : number)"
    }

    private static func append(quoted text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                output.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

public struct JSONMember: Sendable, Hashable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// An object with its members in the order of writing.
    public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { JSONMember($0.0, $0.1) }) }
}

extension JSONValue {
    init(_ text: String?) { self = text.map(Self.string) ?? .null }
    init(_ number: Int64?) { self = number.map(Self.integer) ?? .null }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ number: Double?) { self = number.map(Self.decimal) ?? .null }
    init(_ truth: Bool?) { self = truth.map(Self.bool) ?? .null }
    init(_ names: [String]?) { self = names.map { .array($0.map(Self.string)) } ?? .null }
}
