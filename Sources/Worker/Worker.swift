public import Dashboard
import EventLoop
import PostgresClient
import Synchronization

/// The background worker: a thread of its own that owns every connection and answers the dashboard's commands with events.
///
/// It keeps at most three connections to the server: one for the status probes and the list of databases, two for what is browsed and
/// for slow questions. Nothing here ever waits for the dashboard, nor the dashboard for it.
public final class Worker: Sendable {
    private enum Instruction: Sendable {
        case command(WorkerCommand)
        case stop
    }

    let loop: EventLoop
    private let link: ServerLink
    private let instructions = Mutex<[Instruction]>([])

    /// - Parameter outbox: called on the worker's thread for each event in order; must not block.
    /// - Throws: `SystemError` when the process has no descriptor left.
    public convenience init(outbox: @escaping @Sendable (WorkerEvent) -> Void) throws {
        try self.init(timing: Timing(), outbox: outbox)
    }

    init(timing: Timing, lookUp: @escaping NameResolution.LookUp = NameResolution.system, outbox: @escaping @Sendable (WorkerEvent) -> Void)
        throws
    {
        loop = try EventLoop()
        link = ServerLink(loop, timing, lookUp, outbox)
        loop.start()
    }

    /// Commands take effect in the order of their sending.
    public func send(_ command: WorkerCommand) { send([command]) }

    /// Commands that belong together: they are taken at once, so that both parts of a description travel in one flush.
    public func send(_ commands: [WorkerCommand]) { pass(commands.map(Instruction.command)) }

    /// Closes every connection and ends the thread; does not wait for it. The last event is the link's ``LinkState/closed``.
    public func stop() { pass([.stop]) }

    private func pass(_ added: [Instruction]) {
        guard !added.isEmpty else { return }
        let wasEmpty = instructions.withLock { instructions in
            defer { instructions += added }
            return instructions.isEmpty
        }
        // On the loop itself: a task of the global pool would need a thread of it first.
        if wasEmpty { Task(executorPreference: LoopTaskExecutor(loop)) { await self.carryOut(on: self.link) } }
    }

    /// Without a pause from the taking to the last of them: what is sent meanwhile waits its turn.
    private func carryOut(on link: isolated ServerLink) {
        let taken = instructions.withLock { instructions in
            defer { instructions = [] }
            return instructions
        }
        for instruction in taken {
            switch instruction {
            case .command(let command): link.take(command)
            case .stop:
                link.close()
                loop.stop()
            }
        }
    }
}
