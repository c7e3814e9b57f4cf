/// A reader of Prometheus' text format 0.0.4, strict, written from the format's description alone.
struct PrometheusParser {
    struct Family: Equatable {
        var type: String?
        var help: String?
        var samples: [Sample] = []
    }

    struct Sample: Equatable {
        var labels: [String: String]
        var value: Double
    }

    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var families: [String: Family] = [:]
    private var present: String?
    private var isOver: Set<String> = []

    init(_ page: String) throws {
        guard page.hasSuffix("\n") else { throw Violation(description: "the last line does not end") }
        for line in page.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            do {
                if line.hasPrefix("#") { try readComment(line) } else if !line.isEmpty { try readSample(line) }
            } catch let violation as Violation {
                throw Violation(description: "\(violation): \(line)")
            }
        }
    }

    subscript(name: String) -> Double? {
        guard let samples = families[name]?.samples, samples.count == 1, samples[0].labels.isEmpty else { return nil }
        return samples[0].value
    }

    private mutating func enter(_ name: String) throws {
        if present == name { return }
        if let present { isOver.insert(present) }
        guard !isOver.contains(name) else { throw Violation(description: "the lines of \(name) do not stand together") }
        present = name
    }

    private mutating func readComment(_ line: Substring) throws {
        let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "#", ["HELP", "TYPE"].contains(parts[1]) else { return }
        let name = String(parts[2])
        var rest = name[...]
        guard Self.name(&rest, colon: true) != nil, rest.isEmpty else { throw Violation(description: "no name") }
        try enter(name)
        var family = families[name] ?? Family()
        guard family.samples.isEmpty else { throw Violation(description: "after a sample") }
        if parts[1] == "TYPE" {
            guard parts.count == 4, ["counter", "gauge", "histogram", "summary", "untyped"].contains(parts[3]), family.type == nil else {
                throw Violation(description: "no type, or a second one")
            }
            family.type = String(parts[3])
        } else {
            guard family.help == nil else { throw Violation(description: "a second help") }
            family.help = try Self.unescaped(parts.count > 3 ? parts[3] : "", quotes: false)
        }
        families[name] = family
    }

    private mutating func readSample(_ line: Substring) throws {
        var rest = line
        guard let name = Self.name(&rest, colon: true) else { throw Violation(description: "no name") }
        let labels = rest.first == "{" ? try Self.labels(&rest) : [:]
        let fields = rest.split(separator: " ")
        guard rest.first == " ", (1...2).contains(fields.count), let value = Self.number(fields[0]),
            fields.count == 1 || Int64(fields[1]) != nil
        else { throw Violation(description: "no value") }
        try enter(name)
        guard !(families[name]?.samples.contains { $0.labels == labels } ?? false) else { throw Violation(description: "told twice") }
        families[name, default: Family()].samples.append(Sample(labels: labels, value: value))
    }

    private static func labels(_ rest: inout Substring) throws -> [String: String] {
        rest.removeFirst()
        var labels: [String: String] = [:]
        while rest.first != "}" {
            guard let name = name(&rest, colon: false), rest.hasPrefix("=\"") else { throw Violation(description: "no label") }
            rest = rest.dropFirst(2)
            var raw = ""
            while let character = rest.unicodeScalars.first, character != "\"" {
                raw.unicodeScalars.append(rest.unicodeScalars.removeFirst())
                if character == "\\", let escaped = rest.unicodeScalars.first {
                    raw.unicodeScalars.append(escaped)
                    rest.unicodeScalars.removeFirst()
                }
            }
            guard rest.unicodeScalars.first == "\"" else { throw Violation(description: "a label without an end") }
            rest.unicodeScalars.removeFirst()
            guard labels.updateValue(try unescaped(raw[...], quotes: true), forKey: name) == nil else {
                throw Violation(description: "a label twice")
            }
            if rest.first == "," { rest.removeFirst() } else if rest.first != "}" { throw Violation(description: "no comma") }
        }
        rest.removeFirst()
        return labels
    }

    private static func name(_ rest: inout Substring, colon: Bool) -> String? {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || (colon && $0 == ":")) }
        guard let first = name.first, !first.isNumber else { return nil }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private static func unescaped(_ text: Substring, quotes: Bool) throws -> String {
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            switch scalars.next() {
            case "\\": result.append("\\")
            case "n": result.append("\n")
            case "\"" where quotes: result.append("\"")
            default: throw Violation(description: "no such escape")
            }
        }
        return String(result)
    }

    private static func number(_ text: Substring) -> Double? {
        switch text {
        case "NaN": .nan
        case "+Inf": .infinity
        case "-Inf": -.infinity
        default: text.contains { $0.isLetter && $0 != "e" && $0 != "E" } ? nil : Double(text)
        }
    }
}
