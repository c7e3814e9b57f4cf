import Foundation

/// All connections of a `BadLink`, served by poll(2) on its thread.
struct RelayLoop {
    typealias Tally = ((inout BadLink.Statistics) -> Void) -> Void

    struct Connection {
        let client: Int32
        /// When the server is called; nil for one that came into a black hole.
        var dialsAt: ContinuousClock.Instant?
        var up: RelayFlow?
        var down: RelayFlow?
        var lastWasUp = false
        /// Whether nothing of it moves any more.
        var isAbandoned = false
        var isGone = false
    }

    let target: BadLink.Target
    private(set) var listener: Int32
    let port: UInt16
    let wake: Int32
    let tally: Tally
    var orders = RelayOrders()
    private var connections: [Connection] = []

    init(target: BadLink.Target, listener: Int32, port: UInt16, wake: Int32, tally: @escaping Tally) {
        (self.target, self.listener, self.port, self.wake, self.tally) = (target, listener, port, wake, tally)
    }

    /// Sleeps until something can be done, and does it.
    mutating func turn() {
        var slots = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0), pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        for connection in connections where !connection.isAbandoned {
            for (flow, moves) in [(connection.up, orders.movesUp), (connection.down, orders.movesDown)] {
                guard let flow, moves else { continue }
                if flow.wantsToRead { slots.append(pollfd(fd: flow.source, events: Int16(POLLIN), revents: 0)) }
                if flow.wantsToWrite { slots.append(pollfd(fd: flow.sink, events: Int16(POLLOUT), revents: 0)) }
            }
        }
        _ = poll(&slots, nfds_t(slots.count), timeout)
        if slots[0].revents != 0 {
            var buffer = [UInt8](repeating: 0, count: 64)
            _ = read(wake, &buffer, buffer.count)
        }
        let readable = Set(slots.dropFirst(2).filter { $0.revents != 0 && $0.events == Int16(POLLIN) }.map(\.fd))
        accept()
        let now = ContinuousClock.now
        for index in connections.indices where !connections[index].isAbandoned {
            serve(&connections[index], now: now, readable: readable)
        }
        sweep()
    }

    /// Does what was ordered to be done once.
    mutating func obey() {
        if orders.mode == .refuse, listener >= 0 {
            close(listener)
            listener = -1
        } else if orders.mode != .refuse, listener < 0, let again = try? listenOnLoopback(port: port) {
            listener = again.socket
        }
        if let bytes = orders.cut {
            for index in connections.indices { connections[index].down?.left = bytes }
        }
        if orders.abandon {
            accept()
            for index in connections.indices { connections[index].isAbandoned = true }
        }
        if let end = orders.end {
            accept()
            for index in connections.indices { drop(&connections[index], withReset: end == .reset) }
            sweep()
        }
        if orders.zero { tally { $0 = BadLink.Statistics(open: $0.open) } }
        (orders.cut, orders.end, orders.zero, orders.abandon) = (nil, nil, false, false)
    }

    mutating func finish() {
        if listener >= 0 { close(listener) }
        listener = -1
        for index in connections.indices { drop(&connections[index], withReset: true) }
        sweep()
    }

    /// Milliseconds until the first thing is due, rounded up; -1 where nothing is.
    private var timeout: Int32 {
        let due = connections.filter { !$0.isAbandoned }.flatMap { connection in
            [
                connection.up == nil ? connection.dialsAt : nil, orders.movesUp ? connection.up?.nextDue : nil,
                orders.movesDown ? connection.down?.nextDue : nil,
            ].compactMap { $0 }
        }
        guard let first = due.min() else { return -1 }
        let left = ContinuousClock.now.duration(to: first) / .milliseconds(1)
        return Int32(max(0, left.rounded(.up)))
    }

    private mutating func accept() {
        while listener >= 0 {
            let client = Foundation.accept(listener, nil, nil)
            guard client >= 0 else { return }
            prepare(client)
            let dialsAt = orders.mode == .blackhole ? nil : ContinuousClock.now + orders.delay * 2
            connections.append(Connection(client: client, dialsAt: dialsAt))
            tally {
                $0.accepted += 1
                $0.open += 1
            }
        }
    }

    private func serve(_ connection: inout Connection, now: ContinuousClock.Instant, readable: Set<Int32>) {
        if connection.up == nil {
            guard let dialsAt = connection.dialsAt, dialsAt <= now else { return }
            guard let server = dial(target) else { return drop(&connection, withReset: true) }
            connection.up = RelayFlow(from: connection.client, to: server)
            connection.down = RelayFlow(from: server, to: connection.client)
            return
        }
        if orders.movesUp, readable.contains(connection.client), let count = connection.up?.take(due: now + orders.delay), count > 0 {
            if !connection.lastWasUp { tally { $0.roundTrips += 1 } }
            connection.lastWasUp = true
        }
        if orders.movesDown, let down = connection.down, readable.contains(down.source),
            let count = connection.down?.take(due: now + orders.delay), count > 0
        {
            connection.lastWasUp = false
        }
        var outcomes: [RelayFlow.Outcome?] = []
        if orders.movesUp, connection.up?.isOver == false {
            outcomes.append(connection.up?.deliver(now: now, rate: orders.rate) { count in tally { $0.bytesUp += count } })
        }
        if orders.movesDown, connection.down?.isOver == false {
            outcomes.append(connection.down?.deliver(now: now, rate: orders.rate) { count in tally { $0.bytesDown += count } })
        }
        if outcomes.contains(.broken) {
            drop(&connection, withReset: true)
        } else if connection.up?.isOver == true, connection.down?.isOver == true {
            drop(&connection, withReset: false)
        }
    }

    private func drop(_ connection: inout Connection, withReset: Bool) {
        guard !connection.isGone else { return }
        for end in [connection.client, connection.up?.sink].compactMap({ $0 }) {
            if withReset { closeWithReset(end) } else { close(end) }
        }
        connection.isGone = true
        tally { $0.open -= 1 }
    }

    private mutating func sweep() { connections.removeAll(where: \.isGone) }
}
