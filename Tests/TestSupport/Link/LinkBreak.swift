public import DemoCluster
import Foundation

/// A way in which a link, or the server at its end, breaks.
public enum LinkBreak: String, CaseIterable, Sendable {
    // The link.
    case reset, close, cut, freeze, freezeUp, freezeDown, blackhole, abandon, slow, narrow, refuse
    // The server.
    case terminate, crash, restart, restartAtOnce

    /// Whether what was lost is told by nobody: only a deadline finds it.
    public var isSilent: Bool { [.cut, .freeze, .freezeUp, .freezeDown, .blackhole, .abandon].contains(self) }
}

/// Breaks a link and its server at random, the same way from the same seed.
public struct LinkBreaker {
    public let link: BadLink
    public let cluster: ThrowawayCluster
    /// Whose sessions are ended.
    public let role: String
    public var generator = SeededGenerator()

    public init(_ link: BadLink, to cluster: ThrowawayCluster, role: String) {
        self.link = link
        self.cluster = cluster
        self.role = role
    }

    /// The link breaks eight times as often as the server, whose restarts take a second.
    public mutating func next() -> LinkBreak {
        let ofServer: Set<LinkBreak> = [.terminate, .crash, .restart, .restartAtOnce]
        let isOfServer = Int.random(in: 0..<9, using: &generator) == 0
        return LinkBreak.allCases.filter { ofServer.contains($0) == isOfServer }.randomElement(using: &generator)!
    }

    /// Begins a break; ``heal()`` ends it.
    public mutating func begin(_ way: LinkBreak) throws {
        switch way {
        case .reset: link.reset()
        case .close: link.close()
        case .cut: link.cut(after: Int.random(in: 0..<2000, using: &generator))
        case .freeze: link.set(.freeze)
        case .freezeUp: link.set(.freezeUp)
        case .freezeDown: link.set(.freezeDown)
        case .blackhole: link.set(.blackhole)
        case .abandon: link.abandon()
        case .slow: link.delay(milliseconds: Int.random(in: 50..<400, using: &generator))
        case .narrow: link.rate(bytesPerSecond: Int.random(in: 500..<5000, using: &generator))
        case .refuse:
            link.set(.refuse)
            link.reset()
        case .terminate: try cluster.runSQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(role)'")
        case .crash:
            let victim = try cluster.runSQL("SELECT pid FROM pg_stat_activity WHERE usename = '\(role)' LIMIT 1")
            // Without a session there is nothing to kill.
            if let process = Int32(victim) { kill(process, SIGKILL) }
        case .restart: try cluster.restart(.fast)
        case .restartAtOnce: try cluster.restart(.immediate)
        }
    }

    /// Lets everything through again; what was abandoned or cut stays as it is.
    public func heal() {
        link.set(.pass)
        link.delay(milliseconds: 0)
        link.rate(bytesPerSecond: 0)
    }
}

extension LinkBreaker {
    /// `PGDECK_SOAK_BREAKS`: how many breaks a soak test makes, where more are wanted than a run of the suite has the time for.
    public static let wantedBreaks = ProcessInfo.processInfo.environment["PGDECK_SOAK_BREAKS"].flatMap { Int($0) }
}
