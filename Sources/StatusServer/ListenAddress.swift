#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where to listen: a numeric address and a port.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// Without brackets.
    public let host: String
    /// 0 takes a free one.
    public let port: Int

    /// `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`.
    ///
    /// Names other than localhost are refused: where they lead may change after it was judged whether strangers can come there.
    /// - Returns: nil where it is none of these.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard let port = UInt16(digits), digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":") else { return nil }
        } else if host == "localhost" {
            host = "127.0.0.1"
        } else if host.contains(":") {
            return nil
        }
        guard Self.bytes(of: host) != nil else { return nil }
        self.host = host
        self.port = Int(port)
    }

    init(_ address: ListenAddress, port: Int) {
        host = address.host
        self.port = port
    }

    /// Whether only this machine can come there.
    public var isLoopback: Bool {
        guard let bytes = Self.bytes(of: host) else { return false }
        return bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// Four or sixteen; nil for what is no numeric address.
    private static func bytes(of host: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, host, &bytes) == 1 { return Array(bytes.prefix(4)) }
        return inet_pton(AF_INET6, host, &bytes) == 1 ? bytes : nil
    }

    public var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}
