internal import Dashboard
internal import DisplayText
internal import PostgresClient
internal import PostgresMonitor
internal import Reports
internal import Settings

/// Asks once and prints what was answered.
/// - Returns: the exit status.
func printStatus(of command: StatusCommand) -> Int32 {
    guard let (parameters, destination) = statusParameters(command.connection) else { return ExitStatus.usage }
    let text = StatusText(isJSON: command.json, destination: destination, isSeries: false)
    var deadline = ContinuousClock.now + .seconds(command.timeout)
    do {
        var monitor = try HeadlessMonitor(
            parameters, topics: command.json ? statusTopics : [.bar], refresh: .seconds(2), alerts: alertRules(command.connection))
        var mayAsk = !command.connection.neverPrompt
        var isOver = false
        waiting: while true {
            switch monitor.next(until: deadline) {
            case .signal(let number):
                monitor.stop()
                return 128 + number
            case .outputEnded: break waiting
            case .deadline:
                isOver = true
                break waiting
            case .event(.snapshot(let snapshot)): if snapshot.isComplete { break waiting }
            case .event(.link(.passwordNeeded(let error))):
                // Asking is the person's time, not the server's.
                let began = ContinuousClock.now
                guard mayAsk, error.kind == .passwordRequired, let password = askPassword(passwordPrompt(parameters.user)) else {
                    break waiting
                }
                deadline += .now - began
                mayAsk = false
                monitor.send(.password(password))
            case .event(.link(.waiting)), .event(.link(.silent)): break waiting
            case .event, .recording: break
            }
        }
        monitor.stop()
        var report = monitor.report
        if isOver, report.link.state != .connected {
            report.link.words = "no answer within \(interval(.seconds(command.timeout))): " + report.link.words
        }
        let isWritten = writeOutput(text.text(report, at: .now))
        return isWritten ? report.readiness(at: .now).rawValue : ExitStatus.notReported
    } catch {
        complain("\(error)")
        return ExitStatus.notReported
    }
}

/// What the faces without a screen watch: facts of the whole server, and no text of anybody's queries.
let statusTopics: Set<Topic> = [.bar, .overview]

/// The thresholds of config.toml.
func alertRules(_ options: ConnectionOptions) -> AlertRules {
    let environment = processEnvironment()
    return ServeSettings.load(options.settings, environment: environment, home: environment["HOME"]).alerts
}

/// How to connect, and where that leads; nil where the settings do not tell, which has been said.
func statusParameters(_ options: ConnectionOptions) -> (parameters: ConnectionParameters, destination: ConnectionParameters)? {
    DisplayText.adoptLocale()
    do {
        let loaded = try loadConnection(options.settings)
        for warning in loaded.warnings { complain("\(warning)") }
        var parameters = loaded.settings.parameters
        if options.forcePrompt, let password = askPassword(passwordPrompt(parameters.user)) { parameters.password = password }
        return (parameters, loaded.settings.destination)
    } catch {
        complain("\(error)")
        return nil
    }
}
