internal import TOMLKit

/// A TOML file as values with positions, read as far as it can be read.
struct TOMLDocument {
    indirect enum Item: Equatable {
        case string(String)
        case integer(Int)
        case decimal(Double)
        case boolean(Bool)
        case strings([String])
        case table([String: Item])
        /// `[[name]]`, in their order.
        case tables([[String: Item]])
        /// A kind that no setting takes, by TOML's name for it.
        case other(String)
    }

    /// A place in the file, both counted from 1; the column in Unicode scalars.
    struct Position: Hashable {
        let line: Int
        let column: Int
    }

    let root: [String: Item]
    /// One for each part that had to be left out.
    let warnings: [SettingsWarning]
    private let positions: TOMLPositions

    /// Parses a text. The parser gives up at the first error, so a statement with an error is blanked and the rest is parsed again.
    init(_ bytes: [UInt8], source: String) {
        let text = String(decoding: bytes, as: UTF8.self)
        // The parser takes a C string: a NUL would silently end the file.
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map {
            String(String.UnicodeScalarView($0.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
        }
        positions = TOMLPositions(lines)
        var root: [String: Item] = [:]
        var warnings: [SettingsWarning] = []
        while true {
            do {
                root = Self.items(try TOMLTable(string: lines.joined(separator: "\n")))
                break
            } catch {
                guard let error = error as? TOMLParseError else { break }
                let line = min(max(error.source.begin.line, 1), lines.count)
                let recovered = Self.blank(&lines, at: line - 1)
                warnings.append(
                    SettingsWarning(
                        source: source, line: line, column: error.source.begin.column,
                        message: Self.message(error, lines: positions.lines, line),
                        advice: recovered ? nil : "nothing of this file is used"))
                if !recovered { break }
            }
        }
        self.root = root
        self.warnings = warnings
    }

    /// Where a key is set, by its path from the root; the place of the nearest table around it where it cannot be found.
    func position(_ path: [String]) -> Position? { positions[path] }

    /// The parser quotes what it stumbled over, which may be a token, or a password that does not belong here.
    private static func message(_ error: TOMLParseError, lines: [String], _ line: Int) -> String {
        ["password", "token"].contains { lines[line - 1].lowercased().contains($0) } ? "is not TOML" : "is not TOML: \(error.description)"
    }

    /// Takes the line out, and with a table's header all that stands under it. False when there is nothing to take out.
    private static func blank(_ lines: inout [String], at index: Int) -> Bool {
        let isHeader = { (line: String) in line.drop(while: \.isWhitespace).first == "[" }
        guard lines[index].contains(where: { !$0.isWhitespace }) else { return false }
        let wasHeader = isHeader(lines[index])
        lines[index] = ""
        var next = index + 1
        while wasHeader, next < lines.count, !isHeader(lines[next]) {
            lines[next] = ""
            next += 1
        }
        return true
    }

    private static func items(_ table: TOMLTable) -> [String: Item] {
        Dictionary(table.map { ($0, item($1)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func item(_ value: any TOMLValueConvertible) -> Item {
        switch value.type {
        case .string: .string(value.string ?? "")
        case .int: .integer(value.int ?? 0)
        case .double: .decimal(value.double ?? 0)
        case .bool: .boolean(value.bool ?? false)
        case .table: .table(value.table.map(items) ?? [:])
        case .array: list(value.array)
        default: .other(value.type.description)
        }
    }

    private static func list(_ array: TOMLArray?) -> Item {
        let tables = array?.map { $0.table.map(items) } ?? []
        if !tables.isEmpty, !tables.contains(where: { $0 == nil }) { return .tables(tables.compactMap(\.self)) }
        let texts = array?.map { $0.string } ?? []
        return texts.contains(nil) ? .other("array") : .strings(texts.compactMap(\.self))
    }
}
