internal import Dashboard
internal import PostgresClient
internal import PostgresMonitor
internal import Reports

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Prints a line each refresh, and each time that a refresh is due while the server is away, until a signal comes or the reader goes.
/// - Returns: the exit status.
func watchStatus(of command: StatusCommand) -> Int32 {
    guard let parameters = statusParameters(command.connection) else { return ExitStatus.usage }
    let text = StatusText(isJSON: command.json, parameters: parameters, isSeries: true)
    do {
        var log = try command.log.open()
        log?.begin("status --watch")
        let interval = Duration.seconds(command.watch ?? 2)
        var monitor = try HeadlessMonitor(
            parameters, topics: command.json ? statusTopics : [.bar], refresh: interval, alerts: alertRules(command.connection))
        var pace = WatchPace(every: interval, from: .now)
        while true {
            let wake = monitor.next(until: pace.nextWake, watchesOutput: true)
            var isDue = false
            switch wake {
            case .signal(let number):
                log?.end("signal \(number)")
                monitor.stop()
                return 128 + number
            case .outputClosed:
                log?.end("the reader of the output has gone")
                monitor.stop()
                return endByClosedPipe()
            case .deadline: isDue = pace.timePassed(at: .now)
            case .event(.snapshot): isDue = pace.answered(at: .now)
            case .event(.link(let link)):
                log?.take(link)
                if case .waiting(let error, _) = link, Readiness(error) == .notAsked {
                    monitor.stop()
                    complain("\(error)")
                    return ExitStatus.usage
                }
                isDue = pace.changed(to: monitor.report.link, at: .now)
            case .event: break
            }
            if isDue, !writeOutput(text.text(monitor.report, at: .now)) { return ExitStatus.notReported }
        }
    } catch let error as LogFile.Failure {
        complain("\(error)")
        return ExitStatus.usage
    } catch {
        complain("\(error)")
        return ExitStatus.notReported
    }
}
