internal import Dashboard
internal import EventLoop
internal import PostgresMonitor
internal import Synchronization

/// Writes what happens to a recording, on a thread of its own: neither the screen nor the link waits for a disk.
final class Recorder: Sendable {
    /// What the thread has to do. Confined to it.
    private actor Desk {
        private let loop: EventLoop
        private let writer: RecordWriter
        private var pace = RecordPace()

        init(_ path: String, limit: Int, on loop: EventLoop) throws(RecordingError) {
            self.loop = loop
            writer = try RecordWriter(path, limit: limit)
        }

        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        /// - Returns: how many lines were written, and why others were not.
        func take(_ event: Event) -> (written: Int, failures: [RecordingError]) {
            write(pace.take(event.snapshot, link: event.link, alerts: event.alerts, at: event.moment))
        }

        func finish() -> (written: Int, failures: [RecordingError]) { write(pace.flush()) }

        private func write(_ moments: [RecordedMoment]) -> (written: Int, failures: [RecordingError]) {
            var failures: [RecordingError] = []
            for moment in moments {
                do throws(RecordingError) { try writer.append(moment) } catch { failures.append(error) }
            }
            return (moments.count - failures.count, failures)
        }
    }

    struct Event: Sendable {
        /// What has come; nil where the link has changed.
        var snapshot: Snapshot?
        var link: LinkCondition
        /// Those that stand.
        var alerts: [Alert]
        var moment: WallClock
    }

    private let loop: EventLoop
    private let desk: Desk
    private let notices: Mailbox<RecordLedger.Notice>
    private let finished: Mailbox<Void>
    private let ledger = Mutex(RecordLedger())

    init(_ path: String, limit: Int) throws {
        loop = try EventLoop()
        notices = try Mailbox()
        finished = try Mailbox()
        desk = try Desk(path, limit: limit, on: loop)
        loop.start()
    }

    /// To be polled: readable while there are notices.
    var fileDescriptor: Int32 { notices.fileDescriptor }

    /// What somebody should hear of since the last call.
    func drain() -> [RecordLedger.Notice] { notices.drain() }

    func take(_ event: Event) {
        let (isRoom, notice) = ledger.withLock { $0.handOver(at: event.moment) }
        if let notice { notices.post(notice) }
        guard isRoom else { return }
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in
            let (written, failures) = await desk.take(event)
            if let notice = ledger.withLock({ $0.finish(written: written, failures: failures, at: wallClock()) }) { notices.post(notice) }
        }
    }

    /// Writes what is left, for as long as nobody notices.
    /// - Returns: what is missing of the recording, in a line.
    func finish() -> String? {
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in
            let failures = await desk.finish().failures
            ledger.withLock { $0.close(failures: failures) }
            finished.post(())
        }
        waitUntilReadable([finished.fileDescriptor], milliseconds: 50)
        return ledger.withLock(\.shortcoming)
    }
}
