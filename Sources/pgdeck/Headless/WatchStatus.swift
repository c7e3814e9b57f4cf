internal import Dashboard
internal import PostgresClient
internal import PostgresMonitor
internal import Reports

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Prints a line each refresh, and each time that a refresh is due while the server is away, until a signal comes or the reader goes. A reader
/// that is slower than that gets the last lines.
/// - Returns: the exit status.
func watchStatus(of command: StatusCommand) -> Int32 {
    guard let (parameters, destination) = statusParameters(command.connection) else { return ExitStatus.usage }
    let text = StatusText(isJSON: command.json, destination: destination, isSeries: true)
    do {
        let log = try command.log.open()
        let recorder = try command.record.open()
        log?.begin("status --watch")
        let interval = Duration.seconds(command.watch ?? 2)
        var monitor = try HeadlessMonitor(
            parameters, topics: command.json ? statusTopics : [.bar], refresh: interval, alerts: alertRules(command.connection),
            log: log, recorder: recorder)
        var pace = WatchPace(every: interval, from: .now)
        while true {
            let wake = monitor.next(until: pace.nextWake, watchesOutput: true)
            var isDue = false
            switch wake {
            case .signal(let number):
                monitor.stop("signal \(number)")
                return 128 + number
            case .outputEnded(.closed):
                monitor.stop("the reader of the output has gone")
                return endByClosedPipe()
            case .outputEnded(.failed):
                monitor.stop("the output takes nothing more")
                return ExitStatus.notReported
            case .deadline: isDue = pace.timePassed(at: .now)
            case .event(.snapshot): isDue = pace.answered(at: .now)
            case .event(.link(let link)):
                if case .waiting(let error, _) = link, Readiness(error) == .notAsked {
                    monitor.stop("\(error)")
                    complain("\(error)")
                    return ExitStatus.usage
                }
                isDue = pace.changed(to: monitor.report.link, at: .now)
            case .recording(let notices): for notice in notices { complain("\(notice)") }
            case .event: break
            }
            guard isDue else { continue }
            monitor.passTime()
            monitor.say(text.text(monitor.report, at: .now))
        }
    } catch let error as any Error & UsageFailure {
        complain("\(error)")
        return ExitStatus.usage
    } catch {
        complain("\(error)")
        return ExitStatus.notReported
    }
}
