/// A name as an SQL identifier: always in double quotes, so that no word is reserved and none is folded to lower case.
func quotedIdentifier(_ name: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    // By scalars: a combining mark after a quote would make one character of both.
    for scalar in name.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
}

extension RelationName {
    /// `"schema"."name"`.
    var quoted: String { quotedIdentifier(schema) + "." + quotedIdentifier(name) }
}
