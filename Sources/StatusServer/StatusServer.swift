internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `GET /api/status`, `/metrics` and `/healthz` over HTTP/1.1, on one thread of its own.
public final class StatusServer: Sendable {
    private let group: MultiThreadedEventLoopGroup
    private let listener: any Channel
    /// Where it listens, with the port that was taken.
    public let address: ListenAddress

    /// Listens from the moment that this returns.
    ///
    /// - Parameters:
    ///   - token: what each request must show; nil where nobody from elsewhere can come.
    ///   - version: of this program, for the metrics.
    /// - Throws: ``StatusServerError`` where it cannot listen there.
    public init(
        on address: ListenAddress, token: BearerToken?, board: StatusBoard, version: String, limits: ServerLimits = ServerLimits()
    ) throws(StatusServerError) {
        guard address.isLoopback || token != nil else { throw .tokenMissing(address) }
        let wanted = limits.connections + ServerLimits.reservedDescriptors
        let limits = limits.within(descriptors: raiseDescriptorLimit(to: wanted))
        let routes = Routes(board: board, token: token, version: version)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let table = try group.next().submit { NIOLoopBound(ClientTable(limits), eventLoop: group.next()) }.wait()
            listener = try ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 1024)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                // A read holds few pipelined requests, so that what waits for its answer stays small.
                .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
                .childChannelOption(.maxMessagesPerRead, value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try serve(channel, table.value, routes) }
                }
                .bind(host: address.host, port: address.port).wait()
        } catch {
            try? group.syncShutdownGracefully()
            throw .cannotListen(address, reason: (error as? IOError).map(words) ?? "\(error)")
        }
        self.group = group
        self.address = ListenAddress(address, port: listener.localAddress?.port ?? address.port)
    }

    /// Closes every connection and ends the thread.
    public func stop() { try? group.syncShutdownGracefully() }
}

/// Why the status server cannot start.
public enum StatusServerError: Error, Sendable, CustomStringConvertible {
    case tokenMissing(ListenAddress)
    case cannotListen(ListenAddress, reason: String)

    public var description: String {
        switch self {
        case .tokenMissing(let address):
            "others than this machine can reach \(address): set a token, in PGDECK_TOKEN or as token under [serve] in config.toml"
        case .cannotListen(let address, let reason): "cannot listen on \(address): \(reason)"
        }
    }
}

private func words(_ error: IOError) -> String { String(cString: strerror(error.errnoCode)) }

/// Sets a new connection up, or turns it away.
private func serve(_ channel: any Channel, _ table: ClientTable, _ routes: Routes) throws {
    let pipeline = channel.pipeline.syncOperations
    guard table.makeRoom() else {
        guard table.beginRefusal() else { throw ChannelError.eof }
        return try pipeline.addHandler(RefusalHandler(table))
    }
    let client = Client(channel, table)
    try pipeline.addHandler(SocketHandler(client))
    var heads = NIOHTTPDecoderLimitConfiguration()
    heads.maxHeaderFieldSize = table.limits.headerBytes
    heads.maxHeaderListSize = table.limits.headerBytes
    heads.maxHeaderFieldCount = table.limits.headerCount
    try pipeline.configureHTTPServerPipeline(
        withErrorHandling: false, withEncoderConfiguration: HTTPResponseEncoder.Configuration(),
        withDecoderLimitConfiguration: heads)
    try pipeline.addHandler(RequestHandler(client, routes))
}
