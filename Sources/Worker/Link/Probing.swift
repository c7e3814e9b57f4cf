import EventLoop
import PostgresMonitor

/// What the link knows of its probes.
struct Probing {
    var engine = SnapshotEngine()
    var isPaused = false
    /// When the last refresh was sent.
    var lastSent = ContinuousClock.now
    /// When the first of those was sent that have not been answered; means something only while the link is silent.
    var silentSince = ContinuousClock.now
    /// Asked for while another refresh was under way, or a renewal was handing over.
    var isOwed = false
    var task: Task<Void, Never>?
    var timer: WatchID?
    /// When ``timer`` or ``patience`` was to ring that was set last.
    var due: ContinuousClock.Instant?
    /// Runs until the bar of the refresh under way has been answered.
    var patience: WatchID?
    /// Until the first refresh of a connection has been answered: it carries the list of databases with it.
    var isFirst = true
    /// What the connection had carried at the last arrival.
    var traffic: SocketTraffic?
    /// This process's memory in bytes, when it was last read.
    private var memory: (bytes: Int?, readAt: ContinuousClock.Instant)?

    mutating func begin() {
        task = nil
        isFirst = true
        isOwed = false
        due = nil
    }

    /// What this process uses; its memory as of the last ten seconds.
    mutating func usage(at now: ContinuousClock.Instant) -> ProcessUsage {
        let known = memory.flatMap { now - $0.readAt < .seconds(10) ? $0.bytes : nil }
        let usage = ProcessUsage.present(residentMemory: known)
        if known == nil { memory = (usage.residentMemory, now) }
        return usage
    }

    /// What went over the connection since the last arrival.
    mutating func traffic(upTo now: SocketTraffic?) -> Cost.Traffic? {
        defer { traffic = now }
        guard let traffic, let now, now.sent >= traffic.sent, now.received >= traffic.received else { return nil }
        return Cost.Traffic(sent: now.sent - traffic.sent, received: now.received - traffic.received)
    }
}
