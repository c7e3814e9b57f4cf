/// A cell or header as psql's printer shows it: split at newlines, controls escaped, each line with the columns it takes.
struct PsqlText {
    struct Line {
        var bytes: [UInt8] = []
        var columns = 0
    }

    /// The common case, which is not copied: one line of printable ASCII, as it stands.
    private let plain: String?
    /// Without ``plain``: at least one.
    private let lines: [Line]

    /// - Parameter drops: whether the noncharacters that psql drops from headers and cells, but not from titles, are left out.
    init(_ text: String, widths: PsqlWidths, dropsNoncharacters drops: Bool = true) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            plain = text
            lines = []
        } else {
            plain = nil
            lines = Self.lines(of: text, widths: widths, drops: drops)
        }
    }

    var height: Int { plain == nil ? lines.count : 1 }

    /// The columns of the longest line.
    var columns: Int { plain?.utf8.count ?? lines.reduce(0) { max($0, $1.columns) } }

    func columns(ofLine index: Int) -> Int { plain?.utf8.count ?? lines[index].columns }

    func append(line index: Int, to output: inout [UInt8]) {
        if let plain { output.append(contentsOf: plain.utf8) } else { output.append(contentsOf: lines[index].bytes) }
    }

    private static func lines(of text: String, widths: PsqlWidths, drops: Bool) -> [Line] {
        var done: [Line] = []
        var line = Line()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                done.append(line)
                line = Line()
            case "\r": line.append(escape: "\\r")
            case "\t":
                // To the next stop of eight, counted from the cell's own edge.
                let spaces = 8 - line.columns % 8
                line.append(escape: String(repeating: " ", count: spaces))
            default:
                if let columns = widths.columns(of: scalar) {
                    guard !drops || !isNoncharacter(scalar) else { continue }
                    line.bytes.append(contentsOf: UTF8.encode(scalar)!)
                    line.columns += columns
                } else {
                    line.append(escape: escape(of: scalar))
                }
            }
        }
        done.append(line)
        return done
    }

    /// One at the end of a plane above the first. Those of the first plane psql keeps.
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xFFFF && scalar.value & 0xFFFE == 0xFFFE
    }

    /// `\x1B` for one byte, `\u0085` for the controls of two.
    private static func escape(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let isASCII = scalar.isASCII
        return (isASCII ? "\\x" : "\\u") + String(repeating: "0", count: (isASCII ? 2 : 4) - digits.count) + digits
    }
}

extension PsqlText.Line {
    /// - Parameter escape: ASCII, a column each.
    fileprivate mutating func append(escape: String) {
        bytes.append(contentsOf: escape.utf8)
        columns += escape.utf8.count
    }
}
