internal import CSystemShims
internal import Dashboard
internal import DisplayText
internal import PostgresClient
internal import PostgresMonitor
internal import Reports
internal import Settings
internal import StatusServer

/// Answers over HTTP until a signal ends it.
/// - Returns: the exit status.
func serveStatus(of command: ServeCommand) -> Int32 {
    var commandLine = command.connection.settings
    commandLine.refresh = command.refresh.map { .seconds($0) }
    let environment = processEnvironment()
    let settings = ServeSettings.load(commandLine, environment: environment, home: environment["HOME"])
    guard let (parameters, _) = statusParameters(command.connection) else { return ExitStatus.usage }
    let listen = command.listen ?? settings.listen ?? "127.0.0.1:8080"
    guard let address = ListenAddress(listen) else {
        complain(
            "\(DisplayText.visible(listen)) is no place to listen: name a numeric address and a port, as in 127.0.0.1:8080 or [::1]:8080")
        return ExitStatus.usage
    }
    let token = settings.token.flatMap { BearerToken($0.reveal()) }
    if settings.token != nil, token == nil {
        complain("the token holds what no header can: only visible ASCII characters")
        return ExitStatus.usage
    }
    do {
        let log = try command.log.open()
        let recorder = try command.record.open()
        var monitor = try HeadlessMonitor(
            parameters, topics: statusTopics, background: [.health, .replication], refresh: settings.refresh,
            alerts: settings.alerts, log: log, recorder: recorder)
        let board = StatusBoard(monitor.report)
        let server = try StatusServer(on: address, token: token, board: board, version: pgdeckVersion)
        complain("listening on http://\(server.address)/api/status")
        log?.begin("serve, listening on \(server.address)")
        while true {
            switch monitor.next(until: monitor.alertMoment) {
            case .signal(let number):
                monitor.stop("signal \(number)")
                return 128 + number
            case .event(.link), .event(.snapshot): board.put(monitor.report)
            case .deadline:
                monitor.passTime()
                board.put(monitor.report)
            case .recording(let notices): for notice in notices { complain("\(notice)") }
            case .event, .outputEnded: break
            }
        }
    } catch let error as StatusServerError {
        complain("\(error)")
        if case .tokenMissing = error { return ExitStatus.usage }
        return ExitStatus.notReported
    } catch let error as any Error & UsageFailure {
        complain("\(error)")
        return ExitStatus.usage
    } catch {
        complain("\(error)")
        return ExitStatus.notReported
    }
}
