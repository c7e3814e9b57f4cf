internal import NIOCore
internal import NIOHTTP1
internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Answers one request after the other. A client that does not read its answers is not asked for more requests.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let client: Client
    private let routes: Routes
    /// The request whose end has not come, or whose answer waits for the client to read those before.
    private var head: HTTPRequestHead?
    private var isComplete = false
    private var isInputClosed = false
    /// Answers that are not wholly sent: a client may ask on before it has read.
    private var answersUnderWay = 0

    init(_ client: Client, _ routes: Routes) {
        self.client = client
        self.routes = routes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !client.isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            // A pipelined one was read together with the one before.
            client.enter(.asking)
            self.head = head
            isComplete = false
            // Not waited for: the answer says that none is taken.
            if head.hasBody { answer(context) }
        case .body: break
        case .end:
            isComplete = true
            if context.channel.isWritable { answer(context) } else { client.enter(.answering) }
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, isComplete { answer(context) }
        context.fireChannelWritabilityChanged()
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let head else { return }
        self.head = nil
        isComplete = false
        send(routes.answer(head, at: .now), for: head, context)
    }

    private func send(_ answer: Answer, for request: HTTPRequestHead?, _ context: ChannelHandlerContext) {
        let isLast = answer.isLast || isInputClosed
        var headers = HTTPHeaders([
            ("Content-Type", answer.type), ("Content-Length", "\(answer.body.utf8.count)"), ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"), ("Date", CivilTime(secondsSinceEpoch: Double(time(nil))).httpDate),
        ])
        for (name, value) in answer.headers { headers.add(name: name, value: value) }
        if isLast {
            headers.add(name: "Connection", value: "close")
        } else if request?.version == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        client.enter(.answering)
        answersUnderWay += 1
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers))), promise: nil)
        if request?.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: answer.body)))), promise: nil)
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenSuccess { self.sent(isLast: isLast) }
        if isLast { client.takeNoMore() }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }

    private func sent(isLast: Bool) {
        answersUnderWay -= 1
        // The next request may have begun meanwhile, or its answer.
        guard isLast || client.phase == .answering, head == nil, answersUnderWay == 0 else { return }
        if isLast || isInputClosed { client.leave() } else { client.enter(.idle) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else { return context.fireUserInboundEventTriggered(event) }
        isInputClosed = true
        // An answer that is on its way is the last then, and closes.
        if head == nil, client.phase != .answering { client.leave() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.close(promise: nil) }
        guard !client.isOver else { return }
        head = nil
        var answer: Answer =
            error == .headerOverflow
            ? .text(.requestHeaderFieldsTooLarge, "a request's head has at most \(client.limits.headerBytes) bytes")
            : .text(.badRequest, "this is not HTTP")
        answer.isLast = true
        send(answer, for: nil, context)
    }
}
