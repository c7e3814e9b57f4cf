public import Reports
internal import Synchronization

/// Where the present report hangs: put up by whoever hears of the server, read by each request, which so waits for nobody.
public final class StatusBoard: Sendable {
    private let present: Mutex<StatusReport>

    public init(_ report: StatusReport) { present = Mutex(report) }

    public var report: StatusReport { present.withLock { $0 } }

    public func put(_ report: StatusReport) { present.withLock { $0 = report } }
}
