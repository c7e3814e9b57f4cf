internal import CSystemShims
internal import Dashboard
internal import DisplayText
internal import EventLoop
internal import Settings
internal import Worker

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Walks the dashboard to one description without a terminal and prints what it would show: the demo for a pipe.
/// - Returns: the exit status: 128 + n where a signal asked for the end; 0 once a description and the status were printed, 1 where the server did not answer within 30 s.
func printDemo(_ settings: Settings) -> Int32 {
    DisplayText.adoptLocale()
    let patience = ContinuousClock.now + .seconds(30)
    do {
        let outbox = try Mailbox<WorkerEvent>()
        let worker = try Worker { outbox.post($0) }
        var walk = DemoWalk(settings: settings)
        worker.send(walk.begin())
        while !walk.isDone, ContinuousClock.now < patience {
            waitUntilReadable([outbox.fileDescriptor, pgdeck_signals_descriptor()], milliseconds: 100)
            let signal = pgdeck_signals_next()
            if [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal) { return 128 + signal }
            worker.send(outbox.drain().flatMap { walk.take($0) })
            worker.send(walk.rest())
        }
        worker.stop()
        for line in walk.picture { print(line) }
        return walk.isDone ? 0 : ExitStatus.terminal
    } catch {
        complain("\(error)")
        return ExitStatus.terminal
    }
}
