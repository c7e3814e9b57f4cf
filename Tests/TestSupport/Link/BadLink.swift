import Foundation
import Synchronization

/// A TCP proxy in this process that behaves like a bad line to a server: slow, narrow, silent, cut, refused.
///
/// Runs on a thread of its own. Every command has taken effect when its call returns, so that tests need not wait.
/// What the kernel of this machine acknowledges it still acknowledges: packets that truly vanish need another machine.
public final class BadLink: Sendable {
    /// Where the proxy leads.
    public enum Target: Sendable {
        case tcp(host: String, port: UInt16)
        case unix(path: String)
    }

    /// What happens to bytes and to new connections.
    public enum Mode: Sendable {
        case pass
        /// Nothing moves in either direction; connections stay open (no FIN, no RST).
        case freeze
        /// The same for one direction: to the server, to the client.
        case freezeUp, freezeDown
        /// Old connections freeze; new ones are accepted by the kernel and never served.
        case blackhole
        /// New connections are refused; old ones go on.
        case refuse
    }

    public struct Statistics: Sendable, Equatable {
        public var accepted = 0
        public var open = 0
        public var bytesUp = 0
        public var bytesDown = 0
        /// Runs of bytes from the client before an answer: the round trips that a client pays.
        public var roundTrips = 0
    }

    public let host = "127.0.0.1"
    public let port: UInt16
    private let relay: Relay

    public init(to target: Target) throws {
        relay = try Relay(target: target)
        port = relay.port
        let relay = relay
        Thread { relay.run() }.start()
    }

    deinit { relay.perform { $0.quit = true } }

    public func set(_ mode: Mode) { relay.perform { $0.mode = mode } }

    /// One way, in both directions: 50 gives a round trip of 100 ms; a new connection pays one round trip, too.
    public func delay(milliseconds: Int) { relay.perform { $0.delay = .milliseconds(milliseconds) } }

    /// Bytes a second in each direction of each connection; 0 is no limit.
    public func rate(bytesPerSecond: Int) { relay.perform { $0.rate = bytesPerSecond } }

    /// RST on every open connection, then on in the present mode.
    public func reset() { relay.perform { $0.end = .reset } }

    /// FIN on every open connection.
    public func close() { relay.perform { $0.end = .close } }

    /// Open connections die without a word: nothing of them moves any more, in whatever mode, until ``reset()`` or ``close()`` ends them.
    /// New ones are served. As after a NAT's table was lost, or a computer slept.
    public func abandon() { relay.perform { $0.abandon = true } }

    /// Lets `bytes` more through from the server on each open connection, then freezes that direction of it.
    public func cut(after bytes: Int) { relay.perform { $0.cut = bytes } }

    /// Ends all connections and the listener; the port refuses from then on.
    public func stop() { relay.perform { $0.quit = true } }

    public var statistics: Statistics {
        // After the proxy's turn, so that bytes the caller has already received are counted.
        relay.perform { _ in }
        return relay.statistics.withLock { $0 }
    }

    /// Sets the counters of bytes and round trips back to zero.
    public func resetStatistics() { relay.perform { $0.zero = true } }
}
