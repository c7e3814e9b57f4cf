public import PostgresClient

/// Prints tables as psql's aligned format does by default (border 1, ASCII lines, UTF-8), byte for byte, as the psql of one major does it.
///
/// Only cells and headers are escaped, as in psql: what title and footers hold is printed as it stands, control characters too.
public struct PsqlPrinter: Sendable {
    private let widths: PsqlWidths

    /// - Parameter server: psql's version, taken to be the server's.
    public init(for server: ServerVersion) { widths = PsqlWidths(major: server.major) }

    /// The table as text, with the empty line that psql ends it with.
    public func text(of table: PsqlTable) -> String {
        var output: [UInt8] = []
        append(table, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the table in UTF-8, with the empty line that psql ends it with.
    public func append(_ table: PsqlTable, to output: inout [UInt8]) {
        let headers = table.columns.map { PsqlText($0.header, widths: widths) }
        let rows = table.rows.map { row in row.map { PsqlText($0, widths: widths) } }
        var columns = headers.map(\.columns)
        for row in rows {
            precondition(row.count == columns.count, "a row of \(row.count) cells under \(columns.count) headers")
            for (index, cell) in row.enumerated() { columns[index] = max(columns[index], cell.columns) }
        }
        if let title = table.title { append(title: title, above: columns, to: &output) }
        append(headers, columns, to: &output)
        appendRule(columns, to: &output)
        for row in rows { append(row, table.columns, columns, to: &output) }
        append(footersOf: table, to: &output)
    }

    /// Centered, unless it is as wide as the table or wider.
    private func append(title: String, above columns: [Int], to output: inout [UInt8]) {
        let tableWidth = columns.reduce(max(0, 3 * columns.count - 1), +)
        let width = PsqlText(title, widths: widths, dropsNoncharacters: false).columns
        output.append(spaces: max(0, tableWidth - width) / 2)
        output.append(line: title)
    }

    private func append(_ headers: [PsqlText], _ columns: [Int], to output: inout [UInt8]) {
        for line in 0..<(headers.map(\.height).max() ?? 0) {
            for (index, header) in headers.enumerated() {
                if index > 0 { output.append(UInt8(ascii: "|")) }
                output.append(spaces: 1)
                if line < header.height {
                    let rest = columns[index] - header.columns(ofLine: line)
                    output.append(spaces: rest / 2)
                    header.append(line: line, to: &output)
                    output.append(spaces: (rest + 1) / 2)
                } else {
                    output.append(spaces: columns[index])
                }
                output.append(line + 1 < header.height ? UInt8(ascii: "+") : UInt8(ascii: " "))
            }
            output.append(UInt8(ascii: "\n"))
        }
    }

    private func appendRule(_ columns: [Int], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "-"))
        for (index, width) in columns.enumerated() {
            if index > 0 { output.append(contentsOf: "-+-".utf8) }
            output.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: width))
        }
        output.append(line: "-")
    }

    /// A row takes as many lines as its tallest cell; nothing trails after a left-aligned cell in the last column.
    private func append(_ row: [PsqlText], _ definitions: [PsqlTable.Column], _ columns: [Int], to output: inout [UInt8]) {
        for line in 0..<(row.map(\.height).max() ?? 0) {
            for (index, cell) in row.enumerated() {
                let isLast = index == row.count - 1
                let goesOn = line + 1 < cell.height
                if index > 0 { output.append(UInt8(ascii: "|")) }
                output.append(spaces: 1)
                if line < cell.height {
                    let rest = columns[index] - cell.columns(ofLine: line)
                    if definitions[index].alignment == .right { output.append(spaces: rest) }
                    cell.append(line: line, to: &output)
                    if definitions[index].alignment == .left, !isLast || goesOn { output.append(spaces: rest) }
                } else if !isLast {
                    output.append(spaces: columns[index])
                }
                if goesOn { output.append(UInt8(ascii: "+")) } else if !isLast { output.append(spaces: 1) }
            }
            output.append(UInt8(ascii: "\n"))
        }
    }

    private func append(footersOf table: PsqlTable, to output: inout [UInt8]) {
        for footer in table.footers { output.append(line: footer) }
        if table.countsRows, table.footers.isEmpty { output.append(line: table.rows.count == 1 ? "(1 row)" : "(\(table.rows.count) rows)") }
        output.append(UInt8(ascii: "\n"))
    }
}

extension [UInt8] {
    fileprivate mutating func append(spaces count: Int) { append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }

    fileprivate mutating func append(line: String) {
        append(contentsOf: line.utf8)
        append(UInt8(ascii: "\n"))
    }
}
