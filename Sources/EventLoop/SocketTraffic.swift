import CSystemShims

/// What a TCP socket has carried since it was opened: payload, TLS included, headers and retransmissions not.
public struct SocketTraffic: Sendable, Hashable {
    /// Bytes that the other side has acknowledged.
    public var sent: Int
    /// Bytes.
    public var received: Int

    public init(sent: Int, received: Int) {
        self.sent = sent
        self.received = received
    }

    /// nil for a Unix socket, and where the system does not tell.
    public init?(of descriptor: Int32) {
        var sent: UInt64 = 0
        var received: UInt64 = 0
        guard descriptor >= 0, pgdeck_socket_traffic(descriptor, &sent, &received) == 0 else { return nil }
        self.init(sent: Int(sent), received: Int(received))
    }
}
