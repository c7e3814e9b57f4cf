/// What libpq takes for the values that are checked before it sees them, so that an error can name the file and the line.
enum ConnectionValue {
    static let sslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]

    /// A port, or one for each of several hosts; an empty one stands for the default.
    static func isPort(_ text: String) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
            $0.isEmpty || ($0.utf8.allSatisfy { (0x30...0x39).contains($0) } && (1...65535).contains(Int($0) ?? 0))
        }
    }

    /// Why libpq would refuse a value, without the value; nil for one it takes.
    static func objection(_ keyword: String, _ value: String) -> String? {
        if value.utf8.contains(0) { return "holds a NUL character" }
        switch keyword {
        case "port": return isPort(value) ? nil : "is not a port: a number from 1 to 65535"
        case "sslmode": return sslModes.contains(value) ? nil : "is none of " + sslModes.joined(separator: ", ")
        default: return nil
        }
    }
}
