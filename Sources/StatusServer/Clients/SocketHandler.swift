internal import NIOCore

/// Stands between the socket and HTTP: sees the first byte of each request, and drops what comes after the last answer.
final class SocketHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let client: Client

    init(_ client: Client) { self.client = client }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !client.isOver else { return }
        if client.isIdle { client.enter(.asking) }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent, client.phase == .leaving { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}
