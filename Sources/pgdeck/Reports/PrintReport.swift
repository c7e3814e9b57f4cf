internal import ArgumentParser
internal import DisplayText
internal import EventLoop
internal import PostgresClient
internal import Settings

/// Connects, asks, prints and ends the session.
/// - Returns: the exit status.
func printReport(of command: some ReportCommand) -> Int32 {
    let settings: ConnectionSettings
    do {
        let loaded = try loadConnection(command.connection.settings)
        settings = loaded.settings
        for warning in loaded.warnings { complain("\(warning)") }
    } catch {
        complain("\(error)")
        return ExitStatus.usage
    }
    let report: Report
    do {
        report = try EventLoop.run { loop in
            let connection = try await openConnection(settings, command.connection, on: loop)
            let session = ReportSession(
                connection: connection, format: command.options.format, lockWait: .seconds(command.options.timeout))
            do {
                let report = try await command.report(session)
                await connection.close()
                return report
            } catch {
                await connection.close()
                throw error
            }
        }
    } catch let failure as ReportFailure {
        writeNotice(failure.message)
        return failure.status
    } catch {
        complain("\(error)")
        return ExitStatus.notReported
    }
    let isWritten = writeOutput(report.output)
    if let notice = report.notice { writeNotice(notice) }
    return isWritten ? report.status : ExitStatus.notReported
}

/// Connects, asking for a password on the terminal where the server wants one and none is set, or where it was asked for.
private func openConnection(
    _ settings: ConnectionSettings, _ options: ConnectionOptions, on loop: EventLoop
) async throws(ReportFailure) -> Connection {
    var parameters = settings.parameters
    DisplayText.adoptLocale()
    let prompt = passwordPrompt(parameters.user)
    if options.forcePrompt, let password = askPassword(prompt) { parameters.password = password }
    do throws(PostgresError) {
        do throws(PostgresError) {
            return try await Connection.open(parameters, on: loop)
        } catch {
            guard error.kind == .passwordRequired, !options.neverPrompt, let password = askPassword(prompt) else { throw error }
            parameters.password = password
            return try await Connection.open(parameters, on: loop)
        }
    } catch {
        throw ReportFailure(message: "pgdeck: error: \(error)", status: ExitStatus.noConnection)
    }
}
