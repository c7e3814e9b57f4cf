/// Where the keys of a TOML text stand.
///
/// TOMLKit tells the place of an error and not that of a value (toml++ knows it, TOMLKit's C layer does not pass it on), so the keys are
/// looked up in the text: line by line, under the last header. A line inside a multi-line string can be mistaken for a key; that can
/// only misplace a warning.
struct TOMLPositions {
    let lines: [String]
    private let places: [[String]: TOMLDocument.Position]

    init(_ lines: [String]) {
        self.lines = lines
        var places: [[String]: TOMLDocument.Position] = [:]
        var header: [String] = []
        var entries: [[String]: Int] = [:]
        for (index, line) in lines.enumerated() {
            let column = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count + 1
            let place = TOMLDocument.Position(line: index + 1, column: column)
            var rest = Substring(line).drop { $0 == " " || $0 == "\t" }
            let isHeader = rest.first == "["
            let isEntry = rest.hasPrefix("[[")
            if isHeader { rest = rest.drop { $0 == "[" } }
            guard var path = Self.path(&rest), rest.first == (isHeader ? "]" : "=") else { continue }
            if isEntry {
                // The entries of a list of tables are told apart by their number, counted from 0.
                let number = entries[path, default: 0]
                entries[path] = number + 1
                path.append(String(number))
            }
            if isHeader { header = path }
            let whole = isHeader ? path : header + path
            for length in 1...whole.count where places[Array(whole.prefix(length))] == nil {
                places[Array(whole.prefix(length))] = place
            }
        }
        self.places = places
    }

    subscript(path: [String]) -> TOMLDocument.Position? {
        var path = path
        while !path.isEmpty {
            if let place = places[path] { return place }
            path.removeLast()
        }
        return nil
    }

    /// A dotted key: bare and quoted parts.
    private static func path(_ text: inout Substring) -> [String]? {
        var parts: [String] = []
        while true {
            text = text.drop(while: \.isWhitespace)
            if let quote = text.first, quote == "\"" || quote == "'" {
                let inner = text.dropFirst().prefix { $0 != quote }
                guard inner.endIndex < text.endIndex else { return nil }
                parts.append(String(inner))
                text = text[inner.endIndex...].dropFirst()
            } else {
                let bare = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
                guard !bare.isEmpty else { return nil }
                parts.append(String(bare))
                text = text[bare.endIndex...]
            }
            text = text.drop(while: \.isWhitespace)
            guard text.first == "." else { return parts }
            text.removeFirst()
        }
    }
}
