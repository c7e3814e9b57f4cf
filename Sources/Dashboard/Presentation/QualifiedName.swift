/// `schema.name` with double quotes where SQL needs them (an identifier that is not plain lower case).
public func qualifiedName(_ schema: String, _ name: String) -> String { quotedIdentifier(schema) + "." + quotedIdentifier(name) }

/// An identifier as SQL would have to write it, reserved words aside.
public func quotedIdentifier(_ name: String) -> String {
    let isPlain =
        !name.isEmpty
        && name.utf8.enumerated().allSatisfy { position, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"): position > 0
            default: false
            }
        }
    if isPlain { return name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
        if scalar == "\"" { quoted.unicodeScalars.append("\"") }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}
