internal import NIOCore

/// One connection and what it may take its time for. Lives on the one event loop.
final class Client {
    enum Phase {
        /// Nothing of a request has come yet.
        case idle
        /// A request has begun and not ended.
        case asking
        /// An answer is on its way.
        case answering
        /// The last answer is sent; what still comes is dropped, so that the client can read it before the connection is gone.
        case leaving
    }

    private let channel: any Channel
    private let table: ClientTable
    private(set) var phase = Phase.idle
    /// When the phase began.
    private(set) var since = NIODeadline.now()
    /// Whether no further request is taken.
    private(set) var isOver = false
    private var timer: Scheduled<Void>?
    private var hasAsked = false

    init(_ channel: any Channel, _ table: ClientTable) {
        self.channel = channel
        self.table = table
        table.add(self)
        watch()
        channel.closeFuture.assumeIsolated().whenComplete { _ in self.ended() }
    }

    var limits: ServerLimits { table.limits }
    var isIdle: Bool { phase == .idle }

    func enter(_ next: Phase) {
        guard phase != .leaving else { return }
        phase = next
        since = .now()
        if next == .answering { hasAsked = true }
        watch()
    }

    /// What comes from now on is dropped.
    func takeNoMore() { isOver = true }

    /// Ends the connection: all that was written has been sent.
    func leave() {
        takeNoMore()
        enter(.leaving)
        channel.close(mode: .output, promise: nil)
    }

    func close() {
        ended()
        channel.close(promise: nil)
    }

    private func ended() {
        timer?.cancel()
        timer = nil
        table.remove(self)
    }

    private func watch() {
        timer?.cancel()
        let patience: Duration =
            switch phase {
            case .idle: hasAsked ? limits.idle : limits.request
            case .asking: limits.request
            case .answering: limits.answer
            case .leaving: limits.farewell
            }
        timer = channel.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(patience)) { self.ranOut() }
    }

    private func ranOut() {
        guard phase == .asking, let socket = try? channel.pipeline.syncOperations.context(handlerType: SocketHandler.self) else {
            return close()
        }
        // Past the HTTP handlers, which have not seen the end of this request.
        let words = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        takeNoMore()
        let sent = channel.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in self.leave() }
        socket.writeAndFlush(NIOAny(channel.allocator.buffer(string: words)), promise: sent)
    }
}
