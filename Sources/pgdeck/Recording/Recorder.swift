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
        /// The last thing that went wrong.
        private(set) var trouble: RecordingError?

        init(_ path: String, limit: Int, on loop: EventLoop) throws(RecordingError) {
            self.loop = loop
            writer = try RecordWriter(path, limit: limit)
        }

        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        func take(_ event: Event) {
            write(pace.take(event.snapshot, link: event.link, alerts: event.alerts, at: event.moment))
        }

        func finish() { write(pace.flush()) }

        private func write(_ moments: [RecordedMoment]) {
            for moment in moments {
                do throws(RecordingError) { try writer.append(moment) } catch { trouble = error }
            }
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
    private let written: Mailbox<RecordingError?>
    /// Events handed over and not yet written. Where a disk hangs, what comes beyond the limit is lost.
    private let waiting = Mutex(0)
    private static let mostWaiting = 16

    init(_ path: String, limit: Int) throws {
        loop = try EventLoop()
        written = try Mailbox()
        desk = try Desk(path, limit: limit, on: loop)
        loop.start()
    }

    func take(_ event: Event) {
        let isRoom = waiting.withLock { count in
            guard count < Self.mostWaiting else { return false }
            count += 1
            return true
        }
        guard isRoom else { return }
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in
            await desk.take(event)
            waiting.withLock { $0 -= 1 }
        }
    }

    /// Writes what is left, for as long as nobody notices.
    /// - Returns: what went wrong last.
    func finish() -> RecordingError? {
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in
            await desk.finish()
            written.post(await desk.trouble)
        }
        waitUntilReadable([written.fileDescriptor], milliseconds: 50)
        return written.drain().last ?? nil
    }
}
