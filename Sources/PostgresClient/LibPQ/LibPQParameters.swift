import CLibPQ

/// Keywords and values in the two NULL-ended arrays that PQconnectStartParams takes.
enum LibPQParameters {
    /// Starts a connection without waiting for it. Nothing is resolved here as long as `hostaddr` or a socket is given.
    /// - Returns: nil when libpq is out of memory.
    static func start(_ parameters: ConnectionParameters) -> OpaquePointer? {
        var pairs = parameters.values.sorted { $0.key < $1.key }
        if let password = parameters.password { pairs.append((key: "password", value: password.reveal())) }
        if let passphrase = parameters.sslPassword { pairs.append((key: "sslpassword", value: passphrase.reveal())) }
        return withCStrings(pairs.map(\.key)) { keywords in
            withCStrings(pairs.map(\.value)) { values in PQconnectStartParams(keywords, values, 0) }
        }
    }
}

/// Calls `body` with a NULL-ended array of C strings; nil elements are NULL too.
func withCStrings<Result>(_ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int?] = []
    for string in strings {
        guard let string else {
            offsets.append(nil)
            continue
        }
        offsets.append(bytes.count)
        bytes += string.utf8CString
    }
    return bytes.withUnsafeBufferPointer { buffer in
        let pointers = offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
