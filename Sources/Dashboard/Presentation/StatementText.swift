internal import PostgresClient

extension Statement {
    /// The statement as psql would take it: each parameter is written as a literal of its type.
    var inlined: String {
        var text = ""
        var rest = sql[...]
        // The quote that ends the identifier or literal at hand: a `$` within is no parameter.
        var quote: Character?
        while let sign = rest.firstIndex(where: { quote == nil ? "$\"'".contains($0) : $0 == quote }) {
            text += rest[..<sign]
            guard rest[sign] == "$" else {
                quote = quote == nil ? rest[sign] : nil
                text.append(rest[sign])
                rest = rest[rest.index(after: sign)...]
                continue
            }
            let digits = rest[rest.index(after: sign)...].prefix { $0.isASCII && $0.isNumber }
            if let number = Int(digits), parameters.indices.contains(number - 1) {
                text += parameters[number - 1].literal
            } else {
                text += "$" + digits
            }
            rest = rest[digits.endIndex...]
        }
        return text + rest + ";"
    }
}

extension Parameter {
    fileprivate var literal: String {
        guard let text else { return "NULL" + cast }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" + cast
    }

    /// By the type's OID in pg_type, for the types that statements of this project use.
    private var cast: String {
        switch type {
        case 16: "::pg_catalog.bool"
        case 19: "::pg_catalog.name"
        case 20: "::pg_catalog.int8"
        case 25: "::pg_catalog.text"
        case 26: "::pg_catalog.oid"
        case 1009: "::pg_catalog.text[]"
        case 1028: "::pg_catalog.oid[]"
        default: ""
        }
    }
}
