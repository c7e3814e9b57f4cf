internal import PostgresCatalog
internal import PostgresClient
internal import Reports

/// One session with a server, and how its answers shall be printed.
struct ReportSession: Sendable {
    let connection: Connection
    let format: ReportFormat
    /// How long to wait for another session's lock.
    let lockWait: Duration

    var server: ServerVersion { connection.server.version }

    /// A limit of ours stands for locks alone: a large catalog takes its time, and whoever waits may press ^C. The statement_timeout of the
    /// role, the database or the server holds, as it does in psql.
    private var limits: UnitLimits {
        UnitLimits(statement: nil, lock: lockWait, deadline: .seconds(2 * 86_400))
    }

    /// Asks all in one round trip, for all or nothing.
    func rows(of statements: [Statement]) async throws(PostgresError) -> [RowSet] {
        try await connection.rows(of: UnitOfWork(statements, limits: limits, failsTogether: true, plansAsWritten: true))
    }

    /// Asks one question, and in the same round trip what the server calls itself where the format tells that.
    ///
    /// - Parameter waitsFor: the relations whose locks the question may wait for.
    func ask<Question: Query>(
        _ question: Question, waitsFor: (() async throws(PostgresError) -> [OID])? = nil
    ) async throws(ReportFailure) -> (answer: Question.Answer, version: String) {
        do throws(PostgresError) {
            let answers = try await rows(of: [question.statement(on: server)] + versionQuestion)
            do throws(DecodingFailure) {
                return (try question.decode(answers[0], from: server), try versionText(answers.dropFirst()))
            } catch {
                throw PostgresError(.protocolViolation, "\(error)", context: "reading the answer to \(Question.self)")
            }
        } catch {
            throw await failure(error, waitsFor: waitsFor)
        }
    }

    /// What the JSON asks besides.
    var versionQuestion: [Statement] { format == .json ? [Statement("SELECT pg_catalog.version() AS version")] : [] }

    func versionText(_ answers: ArraySlice<RowSet>) throws(DecodingFailure) -> String {
        try answers.first?.first?.value("version") ?? ""
    }

    /// A pattern as psql takes it: one with an unended quote is none, and said to be unended.
    func pattern(_ text: String?, notice: inout String?) throws(ReportFailure) -> NamePattern? {
        guard let text else { return nil }
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            notice = "unterminated quoted string"
            return nil
        }
        do throws(PatternError) {
            return try NamePattern(text, .schemaAndName, on: server, database: connection.server.database)
        } catch {
            throw ReportFailure(message: "\(error)", status: ExitStatus.notReported)
        }
    }

    /// The failure in psql's words, or the lock that was waited for in vain.
    func failure(_ error: PostgresError, waitsFor: (() async throws(PostgresError) -> [OID])? = nil) async -> ReportFailure {
        guard error.isLockTimeout, let waitsFor else {
            let message = error.kind == .server ? error.psqlText : "pgdeck: error: \(error)"
            return ReportFailure(message: message, status: error.kind == .connectionLost ? ExitStatus.noConnection : ExitStatus.notReported)
        }
        var holders: [LockHolder] = []
        do throws(PostgresError) { holders = try await connection.lockHolders(of: waitsFor()) } catch {}
        return ReportFailure(message: "pgdeck: error: " + lockWords(holders, waited: lockWait), status: ExitStatus.notReported)
    }
}
