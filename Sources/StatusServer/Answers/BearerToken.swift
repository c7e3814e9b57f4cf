internal import PostgresClient

/// What a client that comes from elsewhere must show: `Authorization: Bearer ...`.
public struct BearerToken: Sendable, CustomStringConvertible {
    private let secret: Secret

    /// - Returns: nil where it could not travel in a header: empty, or with other than visible ASCII characters.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        secret = Secret(text)
    }

    public var description: String { "\(secret)" }

    /// Whether a header's value shows it, in a time that does not tell how much of it is right.
    func admits(_ authorization: String?) -> Bool {
        guard let authorization, authorization.prefix(7).lowercased() == "bearer " else { return false }
        let shown = Array(authorization.dropFirst(7).drop { $0 == " " }.utf8)
        let expected = Array(secret.reveal().utf8)
        var difference = UInt8(shown.count == expected.count ? 0 : 1)
        for index in expected.indices { difference |= expected[index] ^ (shown.isEmpty ? 0 : shown[index % shown.count]) }
        return difference == 0
    }
}
