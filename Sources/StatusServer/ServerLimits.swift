/// What a client may take of the server; tests make the times short.
public struct ServerLimits: Sendable, Hashable {
    /// From the first byte of a request, or the connection's beginning, to the end of its headers.
    public var request: Duration = .seconds(10)
    /// From one request to the next.
    public var idle: Duration = .seconds(75)
    /// For taking an answer.
    public var answer: Duration = .seconds(30)
    /// For reading an answer after which the connection is closed.
    public var farewell: Duration = .seconds(2)
    /// Bytes of the request line, of one header, and of all of them.
    public var headerBytes = 8192
    public var headerCount = 100
    public var connections = 1024

    public init() {}

    /// With no more connections than the process has descriptors for, after it has asked for as many as it may have.
    func within(descriptors: Int) -> ServerLimits {
        var limits = self
        limits.connections = max(1, min(connections, descriptors - Self.reservedDescriptors))
        return limits
    }

    /// For the sessions with the server, the loops, files, and clients that are turned away.
    static let reservedDescriptors = 96
    /// Clients beyond the limit that are told so at one time; more of them are closed without a word.
    static let refusals = 32
}
