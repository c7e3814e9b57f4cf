import Foundation

/// One direction of one connection: what came in waits here until it is due.
struct RelayFlow {
    enum Piece {
        case bytes(ArraySlice<UInt8>)
        case end, reset
    }

    /// What a direction's turn asks of its connection.
    enum Outcome {
        case goesOn, ended, broken
    }

    let source: Int32
    let sink: Int32
    private var queue: [(due: ContinuousClock.Instant, piece: Piece)] = []
    private var waiting = 0
    /// Until then the narrow line is busy with what was sent last.
    private var freeAt = ContinuousClock.now
    private var sinkIsFull = false
    private(set) var sourceIsOver = false
    private(set) var isOver = false
    /// Bytes that may still pass; nil is no limit.
    var left: Int?

    init(from source: Int32, to sink: Int32) {
        self.source = source
        self.sink = sink
    }

    /// A full pipe stops reading, as a full socket buffer would.
    var wantsToRead: Bool { !sourceIsOver && waiting < 1 << 20 }
    var wantsToWrite: Bool { sinkIsFull }

    /// When something can be sent; nil while nothing waits (or the sink is full: poll tells).
    var nextDue: ContinuousClock.Instant? {
        guard let first = queue.first, !sinkIsFull, left != 0 || !first.piece.isBytes else { return nil }
        return max(first.due, freeAt)
    }

    /// Takes what has arrived. Returns the number of bytes.
    mutating func take(due: ContinuousClock.Instant) -> Int {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(source, &buffer, buffer.count)
        if count < 0, errno == EAGAIN || errno == EINTR { return 0 }
        guard count > 0 else {
            sourceIsOver = true
            queue.append((due, count == 0 ? .end : .reset))
            return 0
        }
        waiting += count
        queue.append((due, .bytes(buffer[..<count])))
        return count
    }

    /// Sends what is due. `sent` is told of bytes that have gone.
    mutating func deliver(now: ContinuousClock.Instant, rate: Int, sent: (Int) -> Void) -> Outcome {
        sinkIsFull = false
        while let due = nextDue, due <= now {
            switch queue[0].piece {
            case .end:
                shutdown(sink, Int32(SHUT_WR))
                isOver = true
                return .ended
            case .reset:
                return .broken
            case .bytes(let bytes):
                let most = min(bytes.count, rate > 0 ? max(64, rate / 50) : .max, left ?? .max)
                let count = sendQuietly(sink, bytes.prefix(most))
                if count < 0 {
                    guard errno == EAGAIN || errno == EINTR else { return .broken }
                    sinkIsFull = true
                    return .goesOn
                }
                sent(count)
                waiting -= count
                left = left.map { $0 - count }
                if rate > 0 { freeAt = max(freeAt, now) + .seconds(Double(count) / Double(rate)) }
                if count == bytes.count { queue.removeFirst() } else { queue[0].piece = .bytes(bytes.dropFirst(count)) }
            }
        }
        return .goesOn
    }
}

extension RelayFlow.Piece {
    var isBytes: Bool {
        if case .bytes = self { true } else { false }
    }
}
