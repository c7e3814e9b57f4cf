internal import ArgumentParser

/// A command that asks a server something and prints the answer.
protocol ReportCommand: ParsableCommand, Sendable {
    var connection: ConnectionOptions { get }
    var options: ReportOptions { get }

    func report(_ session: ReportSession) async throws(ReportFailure) -> Report
}

/// What a report leaves: nothing of it is written before all of it is there.
struct Report: Sendable {
    /// For stdout, UTF-8.
    var output: [UInt8] = []
    /// For stderr, as it stands.
    var notice: String?
    var status: Int32 = 0
}

/// Why there is no report.
struct ReportFailure: Error, Sendable {
    /// For stderr, as it stands.
    var message: String
    var status: Int32
}

extension ReportCommand {
    func run() throws { leave(withStatus: printReport(of: self)) }
}
