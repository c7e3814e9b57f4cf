extension Substring {
    /// Whether a Host header's value is `localhost` or a numeric address, with a port or without.
    var namesAnAddress: Bool {
        if first == "[" { return contains("]") }
        let host = prefix { $0 != ":" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host.lowercased() == "localhost" || (parts.count == 4 && parts.allSatisfy { UInt8($0) != nil })
    }
}
