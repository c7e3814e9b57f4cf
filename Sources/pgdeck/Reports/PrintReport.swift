internal import Dashboard
internal import DisplayText
internal import EventLoop
internal import PostgresClient
internal import Settings

/// Connects, asks, prints and ends the session.
/// - Returns: the exit status.
func printReport(_ request: ReportRequest) -> Int32 {
    let settings: ConnectionSettings
    do {
        let loaded = try loadConnection(request.connection)
        settings = loaded.settings
        for warning in loaded.warnings { complain("\(warning)") }
    } catch {
        complain("\(error)")
        return ExitStatus.usage
    }
    DisplayText.adoptLocale()
    // Not before: unsetenv(3) and setlocale(3) want one thread. Where none is to be had the first use comes a little later.
    if case .describe = request.kind { try? startThread(rehearseDescription) }
    let report: Report
    do {
        report = try EventLoop.run { loop in
            let connection = try await openConnection(settings, for: request, on: loop)
            let session = ReportSession(connection: connection, format: request.format, lockWait: request.lockWait)
            do {
                let report = try await session.report(request.kind, isBrief: request.isBrief)
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
    _ settings: ConnectionSettings, for request: ReportRequest, on loop: EventLoop
) async throws(ReportFailure) -> Connection {
    var parameters = settings.parameters
    let prompt = passwordPrompt(parameters.user)
    if request.passwordPolicy == .always, let password = askPassword(prompt) { parameters.password = password }
    do throws(PostgresError) {
        do throws(PostgresError) {
            return try await Connection.open(parameters, on: loop)
        } catch {
            guard error.kind == .passwordRequired, request.passwordPolicy != .never, let password = askPassword(prompt) else { throw error }
            parameters.password = password
            return try await Connection.open(parameters, on: loop)
        }
    } catch {
        throw ReportFailure(message: "pgdeck: error: \(error)", status: ExitStatus.noConnection)
    }
}
