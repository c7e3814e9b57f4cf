internal import ArgumentParser

/// A command that asks a server something and prints the answer.
protocol ReportCommand: ParsableCommand {
    var kind: ReportRequest.Kind { get }
    var brief: Bool { get }
    var options: ReportOptions { get }
    var connection: ConnectionOptions { get }
}

extension ReportCommand {
    var request: ReportRequest {
        ReportRequest(
            kind: kind, isBrief: brief, format: options.format, lockWait: .seconds(options.timeout), connection: connection.settings,
            passwordPolicy: connection.passwordPolicy)
    }

    func run() throws { leave(withStatus: printReport(request)) }
}
