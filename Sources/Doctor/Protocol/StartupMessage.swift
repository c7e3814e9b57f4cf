/// What a client says first, by PostgreSQL's protocol 3.0.
enum StartupMessage {
    /// SSLRequest: a server answers with one letter.
    static let securityRequest = bytes(code: 80_877_103, [])

    /// Who wants in, and where.
    static func bytes(user: String, database: String, options: String?) -> [UInt8] {
        var parameters = ["user", user, "database", database]
        if let options { parameters += ["options", options] }
        return bytes(code: 196_608, parameters.flatMap { Array($0.utf8) + [0] } + [0])
    }

    private static func bytes(code: UInt32, _ rest: [UInt8]) -> [UInt8] {
        [UInt32(rest.count + 8), code].flatMap { number in withUnsafeBytes(of: number.bigEndian) { Array($0) } } + rest
    }
}
