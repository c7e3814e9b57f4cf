import PostgresClient

/// The order of a primary key in SQL: `ORDER BY`, what lies beyond a key, and the row of a key. Keys travel as parameters in text format
/// with their column's type, so that the type's own input function reads them.
struct Keyset {
    let parts: [RowSource.KeyPart]

    func order(backward: Bool) -> String {
        "ORDER BY " + parts.map { Self.column($0) + (backward ? " DESC" : "") }.joined(separator: ", ")
    }

    /// The rows after the key in `$1`, `$2` ..., or before it.
    func beyond(backward: Bool) -> String {
        let sign = backward ? "<" : ">"
        if parts.count > 1, Set(parts.map(\.operatorSchema)).count == 1 {
            let columns = parts.map(Self.column).joined(separator: ", ")
            let values = parts.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            return "ROW(\(columns)) \(Self.operation(sign, parts[0])) ROW(\(values))"
        }
        // Operators of several schemas cannot be named in a comparison of rows. The first term bounds the scan of the index.
        let nested = parts.indices.reversed().reduce("") { rest, index in
            let further = comparison(sign, index)
            return rest.isEmpty ? further : "(\(further) OR (\(comparison("=", index)) AND \(rest)))"
        }
        return parts.count == 1 ? nested : "\(comparison(sign + "=", 0)) AND \(nested)"
    }

    /// The one row of the key in `$1`, `$2` ...
    var isRow: String { parts.indices.map { comparison("=", $0) }.joined(separator: " AND ") }

    func parameters(_ key: [String]) -> [Parameter] {
        zip(parts, key).map { part, text in
            Parameter(text: part.column.content == .bytes ? "\\x" + text : text, type: part.column.baseType.rawValue)
        }
    }

    private func comparison(_ sign: String, _ index: Int) -> String {
        "\(Self.column(parts[index])) \(Self.operation(sign, parts[index])) $\(index + 1)"
    }

    private static func column(_ part: RowSource.KeyPart) -> String { "r." + quotedIdentifier(part.column.name) }

    private static func operation(_ sign: String, _ part: RowSource.KeyPart) -> String {
        "OPERATOR(\(quotedIdentifier(part.operatorSchema)).\(sign))"
    }
}
