import Dispatch
import Foundation
import Synchronization

/// What a `BadLink` is told: the lasting part, and what to do once.
struct RelayOrders: Sendable {
    enum End: Sendable {
        case reset, close
    }

    var mode = BadLink.Mode.pass
    var delay = Duration.zero
    /// Bytes a second in each direction of a connection; 0 is no limit.
    var rate = 0

    var end: End?
    var cut: Int?
    var abandon = false
    var zero = false
    var quit = false

    var movesUp: Bool { mode == .pass || mode == .freezeDown || mode == .refuse }
    var movesDown: Bool { mode == .pass || mode == .freezeUp || mode == .refuse }
}

/// The thread of a `BadLink` and the door to it.
final class Relay: Sendable {
    typealias Change = @Sendable (inout RelayOrders) -> Void

    let port: UInt16
    let statistics = Mutex(BadLink.Statistics())
    private let target: BadLink.Target
    private let listener: Int32
    private let wake: (reader: Int32, writer: Int32)
    private let pending = Mutex(Pending())

    private struct Pending {
        var changes: [(change: Change, done: DispatchSemaphore)] = []
        var isOver = false
    }

    init(target: BadLink.Target) throws {
        self.target = target
        (listener, port) = try listenOnLoopback(port: 0)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        wake = (ends[0], ends[1])
    }

    deinit {
        close(wake.reader)
        close(wake.writer)
    }

    /// Applies `change` on the relay's thread and returns when that has been done; at once where the relay is over.
    func perform(_ change: @escaping Change) {
        let done = DispatchSemaphore(value: 0)
        let isOver = pending.withLock { pending in
            if !pending.isOver { pending.changes.append((change, done)) }
            return pending.isOver
        }
        if isOver { return }
        var byte: UInt8 = 1
        _ = write(wake.writer, &byte, 1)
        done.wait()
    }

    /// The thread's body.
    func run() {
        let tally: RelayLoop.Tally = { count in self.statistics.withLock { count(&$0) } }
        var loop = RelayLoop(target: target, listener: listener, port: port, wake: wake.reader, tally: tally)
        while true {
            loop.turn()
            let changes = pending.withLock { pending in
                defer { pending.changes = [] }
                return pending.changes
            }
            for (change, _) in changes { change(&loop.orders) }
            loop.obey()
            if loop.orders.quit {
                loop.finish()
                let late = pending.withLock { pending in
                    pending.isOver = true
                    return pending.changes
                }
                for (_, done) in changes + late { done.signal() }
                return
            }
            for (_, done) in changes { done.signal() }
        }
    }
}
