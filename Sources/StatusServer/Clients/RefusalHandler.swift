internal import NIOCore

/// Tells a client that there is no room, and closes.
final class RefusalHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let table: ClientTable

    init(_ table: ClientTable) { self.table = table }

    func channelActive(context: ChannelHandlerContext) {
        context.channel.closeFuture.assumeIsolated().whenComplete { [table] _ in table.endRefusal() }
        let words = "all connections are in use\n"
        let answer =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: \(words.utf8.count)\r\n"
            + "Retry-After: 1\r\nConnection: close\r\n\r\n\(words)"
        // Fits the socket's buffer, so it is sent by the time that the output is closed.
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: answer)), promise: nil)
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: TimeAmount(table.limits.farewell)) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
