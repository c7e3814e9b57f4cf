internal import Dashboard
internal import EventLoop
internal import PostgresMonitor
internal import Synchronization

/// Reads a recording on a thread of its own: a key is on the screen at once, whatever the disk does.
final class ReplayDesk: Sendable {
    /// What the thread has to do. Confined to it.
    private actor Desk {
        private let loop: EventLoop
        private var moments: MomentReader

        init(_ path: String, on loop: EventLoop) throws(RecordingError) {
            self.loop = loop
            moments = MomentReader(try RecordReader(path))
            index = moments.reader.index
            isBeingWritten = moments.reader.isBeingWritten
        }

        nonisolated let index: RecordIndex
        nonisolated let isBeingWritten: Bool
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        func read(_ place: Int, _ span: History.Span) -> ReplayedMoment { moments.read(place, span) }

        func readOn() -> ReplayEvent {
            _ = moments.reader.readOn()
            return .readOn(moments.reader.index, isBeingWritten: moments.reader.isBeingWritten)
        }
    }

    private let loop: EventLoop
    private let desk: Desk
    private let events: Mailbox<ReplayEvent>
    /// The moment that is waited for and not begun yet.
    private let wanted = Mutex<(place: Int, span: History.Span)?>(nil)

    /// Blocks while it finds the lines of the file.
    init(_ path: String) throws {
        loop = try EventLoop()
        events = try Mailbox()
        desk = try Desk(path, on: loop)
        loop.start()
    }

    /// As the file was when it was opened.
    var index: RecordIndex { desk.index }
    /// Whether somebody recorded to it then.
    var isBeingWritten: Bool { desk.isBeingWritten }

    /// To be polled: readable while there are events.
    var fileDescriptor: Int32 { events.fileDescriptor }

    func drain() -> [ReplayEvent] { events.drain() }

    /// Of moments asked for in a row only the last one is read.
    func read(_ place: Int, _ span: History.Span) {
        let isFirst = wanted.withLock { wanted in
            defer { wanted = (place, span) }
            return wanted == nil
        }
        guard isFirst else { return }
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in
            let next = wanted.withLock { wanted in
                defer { wanted = nil }
                return wanted
            }
            if let next { events.post(.read(await desk.read(next.place, next.span))) }
        }
    }

    func readOn() {
        Task(executorPreference: LoopTaskExecutor(loop)) { [self] in events.post(await desk.readOn()) }
    }
}
