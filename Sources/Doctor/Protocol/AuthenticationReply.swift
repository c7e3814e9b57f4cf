internal import PostgresClient

/// What a server answers to the startup message: how one has to prove who one is, or a refusal.
enum AuthenticationReply: Sendable, Hashable {
    case asks(Method)
    case refused(PostgresError)
    case unknown

    enum Method: Sendable, Hashable {
        /// The server lets in without asking: trust, peer, ident, a client certificate.
        case nothing
        case clearText, md5, gssapi, sspi
        /// The mechanisms on offer, the best first.
        case sasl([String])
        /// A code that this program does not know.
        case other(UInt32)
    }

    /// - Parameter bytes: the first message, whole.
    init(_ bytes: [UInt8]) {
        guard bytes.count >= 5 else {
            self = .unknown
            return
        }
        let length = Int(Self.number(bytes[1...4]))
        let body = bytes.dropFirst(5).prefix(max(0, length - 4))
        switch bytes[0] {
        case UInt8(ascii: "R") where body.count >= 4: self = .asks(Self.method(body))
        case UInt8(ascii: "E") where length >= 4 && length < 30_000: self = Self.refusal(body).map(Self.refused) ?? .unknown
        default: self = .unknown
        }
    }

    private static func method(_ body: ArraySlice<UInt8>) -> Method {
        switch number(body.prefix(4)) {
        case 0: .nothing
        case 3: .clearText
        case 5: .md5
        case 7: .gssapi
        case 9: .sspi
        case 10: .sasl(body.dropFirst(4).split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
        case let code: .other(code)
        }
    }

    /// Fields of a letter and a text each: C is the SQLSTATE, M the message, D the detail, H the hint.
    private static func refusal(_ body: ArraySlice<UInt8>) -> PostgresError? {
        var fields: [UInt8: String] = [:]
        for field in body.split(separator: 0) { fields[field.first ?? 0] = String(decoding: field.dropFirst(), as: UTF8.self) }
        guard let message = fields[UInt8(ascii: "M")], let sqlState = fields[UInt8(ascii: "C")] else { return nil }
        return PostgresError(
            sqlState.hasPrefix("28") ? .authentication : .refusedByServer, message, sqlState: sqlState,
            detail: fields[UInt8(ascii: "D")], hint: fields[UInt8(ascii: "H")])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}

extension AuthenticationReply.Method {
    var words: String {
        switch self {
        case .nothing: "nothing"
        case .clearText: "a password in clear text"
        case .md5: "a password by MD5"
        case .gssapi: "Kerberos (GSSAPI)"
        case .sspi: "a Windows login (SSPI)"
        case .sasl(let mechanisms) where mechanisms.contains("SCRAM-SHA-256-PLUS"): "a password by SCRAM-SHA-256, channel binding offered"
        case .sasl(let mechanisms): "a password by \(mechanisms.joined(separator: " or "))"
        case .other(let code): "a method unknown to pgdeck (code \(code))"
        }
    }
}
