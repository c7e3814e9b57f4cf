import Reports
import TestSupport

/// Tables with everything in them that a printer may stumble over, and the statements by which psql prints the same ones.
struct TableGenerator {
    private var random = SeededGenerator()

    var seed: UInt64 { random.seed }

    struct Case {
        var table: PsqlTable
        /// One query, ended with a semicolon, after the title's `\C`.
        var script: String
    }

    mutating func next() -> Case {
        let width = Int.random(in: 1...5, using: &random)
        let height = Int.random(in: 0...6, using: &random)
        // The right-aligned ones are numbers in psql.
        let numeric = (0..<width).map { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let columns = numeric.map { PsqlTable.Column(header(), $0 ? .right : .left) }
        let rows = (0..<height).map { _ in
            numeric.map { $0 ? String(Int64.random(in: -1_000_000...1_000_000, using: &random)) : text(upTo: 24) }
        }
        let title = Bool.random(using: &random) ? text(upTo: 40) : nil
        let table = PsqlTable(title: title, columns: columns, rows: rows, countsRows: true)
        return Case(table: table, script: "\\C \(title.map(Self.argument) ?? "")\n\(Self.query(table, numeric))\n")
    }

    /// Up to 63 bytes, which is where the server cuts a name; and one at least.
    private mutating func header() -> String {
        while true {
            let header = text(upTo: 12)
            if !header.isEmpty, header.utf8.count < 64 { return header }
        }
    }

    private mutating func text(upTo limit: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...limit, using: &random) { text.unicodeScalars.append(scalar()) }
        return text
    }

    private mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] =
            switch Int.random(in: 0..<10, using: &random) {
            case 0...3: [0x20...0x7E]
            case 4: [0x09...0x0D, 0x01...0x1F, 0x7F...0x9F]
            case 5: [0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F]
            case 6: [0x1100...0x1160, 0x3000...0x30FF, 0x4E00...0x4E80, 0xFF00...0xFFEF, 0x1F300...0x1FAFF]
            case 7: [0xFFF0...0xFFFF, 0x1FFF0...0x20010, 0xE0000...0xE0200, 0x10FFF0...0x10FFFF]
            default: [0x01...0x10FFFF]
            }
        while true {
            let range = ranges.randomElement(using: &random)!
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { return scalar }
        }
    }

    private static func query(_ table: PsqlTable, _ numeric: [Bool]) -> String {
        let headers = table.columns.map { "U&\"\(escaped($0.header))\"" }
        let empty = zip(headers, numeric).map { "NULL::\($1 ? "bigint" : "text") AS \($0)" }.joined(separator: ", ")
        let rows = table.rows.map { row in
            "SELECT " + zip(row, numeric).map { $1 ? "(\($0))::bigint" : "U&'\(escaped($0))'::text" }.joined(separator: ", ")
        }
        return (["SELECT \(empty) WHERE false"] + rows).joined(separator: "\nUNION ALL ") + ";"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return "\\+" + String(repeating: "0", count: 6 - digits.count) + digits
        }.joined()
    }

    /// For a psql command: every byte in octal.
    private static func argument(_ text: String) -> String {
        "'" + text.utf8.map { "\\" + String(repeating: "0", count: 3 - String($0, radix: 8).count) + String($0, radix: 8) }.joined() + "'"
    }
}
