internal import PostgresClient

/// What came back for PostgreSQL's request for TLS, the first thing that a client says.
enum Greeting: Sendable, Hashable {
    case postgres(offersTLS: Bool)
    /// A server that says no before it listens: it could not start a process for the session.
    case refusing(String)
    case silent
    /// It took the connection and hung up.
    case closed
    /// Who it seems to be.
    case other(String)

    init(_ received: SocketProbe.Received) {
        switch received {
        case .silent: self = .silent
        case .closed, .failed: self = .closed
        case .bytes(let bytes): self.init(bytes)
        }
    }

    init(_ bytes: [UInt8]) {
        switch bytes.first {
        case UInt8(ascii: "S") where bytes.count == 1: self = .postgres(offersTLS: true)
        case UInt8(ascii: "N") where bytes.count == 1: self = .postgres(offersTLS: false)
        case UInt8(ascii: "E"): self = .refusing(Self.refusal(bytes))
        default: self = .other(Self.stranger(bytes))
        }
    }

    /// Before a session's process runs the server writes plain text behind the `E`; from a process it is a whole message.
    private static func refusal(_ bytes: [UInt8]) -> String {
        if case .refused(let error) = AuthenticationReply(bytes) { return error.message }
        return String(decoding: bytes.dropFirst().prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func stranger(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(40).prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
        if text.hasPrefix("HTTP/") || text.hasPrefix("<") { return "a web server (HTTP)" }
        if text.hasPrefix("SSH-") { return "an SSH server" }
        // A TLS alert: the server wanted TLS from the first byte on.
        if bytes.starts(with: [0x15, 0x03]) { return "a server that speaks TLS at once, such as HTTPS" }
        // MySQL's first packet: length, number 0, protocol 10, version.
        if bytes.count > 5, bytes[3] == 0, bytes[4] == 10 { return "a MySQL or MariaDB server" }
        return "something that answers \"\(text)\""
    }
}
