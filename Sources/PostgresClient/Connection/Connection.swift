import CLibPQ
public import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One session on a server: an actor on the loop that polls its socket.
///
/// Questions go out in units (see ``ask(_:limits:)``), one at a time and in the order they were asked. While idle the socket is watched, so
/// that the end of the session is told at once.
public actor Connection {
    /// Whom it reached, as of the login.
    public nonisolated let server: ServerIdentity
    let loop: EventLoop
    let handle: ConnectionHandle
    /// Why there is no session any more; nil while there is.
    private(set) var ended: PostgresError?
    private var lossHandler: (@Sendable (PostgresError) -> Void)?
    private var idleWatch: WatchID?
    /// What the system said of the socket; libpq calls a reset "server closed the connection unexpectedly" too.
    private var socketError: Int32 = 0

    /// The units under way.
    var exchange: Exchange?
    /// Whom to tell of each unit that is complete.
    var tellUnit: (@Sendable (Int, UnitOfWork.Outcome) -> Void)?
    var turns = TurnQueue()

    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameter handle: a PGconn whose connecting is complete.
    init(_ handle: ConnectionHandle) {
        self.handle = handle
        loop = handle.loop
        server = ServerIdentity(handle.pointer)
    }

    /// Connects: the addresses of the parameters are tried in order until one lets pgdeck in.
    ///
    /// - Parameters:
    ///   - attemptDeadline: for each name's resolution and each answer of an address, six times as long for all of them; the user's
    ///     connect_timeout, which is for all of them, wins over it.
    ///   - progress: called on the loop's thread.
    ///   - lookUp: asked anew at each attempt, on a thread of its own.
    /// - Throws: an error that names each address and how it failed.
    nonisolated(nonsending) public static func open(
        _ parameters: ConnectionParameters, on loop: EventLoop, attemptDeadline: Duration = .seconds(10),
        progress: @escaping @Sendable (ConnectionPhase) -> Void = { _ in },
        lookUp: @escaping NameResolution.LookUp = NameResolution.system
    ) async throws(PostgresError) -> Connection {
        let connector = Connector(parameters, on: loop, attemptDeadline: attemptDeadline, lookUp: lookUp, progress: progress)
        let connection = try await connector.connect()
        await connection.watchWhileIdle()
        return connection
    }

    /// Ends the session. A unit under way, and those behind it, fail as cancelled; the loss handler is not called.
    public func close() {
        lossHandler = nil
        end(because: PostgresError(.cancelled, "the connection was closed"))
    }

    /// Sets what is called once, on the loop's thread, when the session ends other than by ``close()``; at once when that has happened.
    /// The error carries the server's last words where it had any (57P01 after pg_terminate_backend).
    public func onLoss(_ handler: @escaping @Sendable (PostgresError) -> Void) {
        guard let ended else {
            lossHandler = handler
            return
        }
        if ended.kind == .connectionLost { handler(ended) }
    }

    /// What the server said without being asked, oldest first; the newest 50.
    public var notices: [ServerNotice] { handle.notices.notices }

    /// What its socket has carried so far; nil over a Unix socket and after the end.
    public var traffic: SocketTraffic? { ended == nil ? SocketTraffic(of: handle.socket) : nil }

    /// Ends the session for a reason that was not the owner's wish.
    func lose(_ reason: PostgresError) {
        guard ended == nil else { return }
        let handler = lossHandler
        lossHandler = nil
        end(because: reason)
        handler?(reason)
    }

    private func end(because reason: PostgresError) {
        guard ended == nil else { return }
        ended = reason
        handle.finish()
    }
}

extension Connection {
    /// Watches the socket until the next unit needs it.
    func watchWhileIdle() {
        guard ended == nil, exchange == nil, idleWatch == nil else { return }
        idleWatch = loop.watch(handle.socket, Int16(POLLIN)) { [weak self] readiness in
            guard case .ready(let events) = readiness else { return }
            self?.assumeIsolated { $0.heardWhileIdle(events) }
        }
    }

    func stopWatching() {
        guard let watch = idleWatch else { return }
        idleWatch = nil
        loop.withdraw(watch)
    }

    private func heardWhileIdle(_ events: Int16) {
        idleWatch = nil
        guard ended == nil else { return }
        noteError(events)
        let isAlive = PQconsumeInput(handle.pointer) == 1
        // Parses what came: parameter changes, notices, the server's last words.
        while let notification = PQnotifies(handle.pointer) { PQfreemem(notification) }
        guard isAlive, PQstatus(handle.pointer) == CONNECTION_OK else {
            lose(loss(lastWords: nil))
            return
        }
        watchWhileIdle()
    }

    /// Takes the error of a socket that has one; to be called before libpq reads, which then meets the end alone.
    func noteError(_ events: Int16) {
        guard events & Int16(POLLERR) != 0 else { return }
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(handle.socket, SOL_SOCKET, SO_ERROR, &socketError, &length)
    }

    /// - Parameter lastWords: the fatal error that the unit under way was answered with, if any.
    func loss(lastWords: PostgresError?) -> PostgresError {
        let context = "connected to \(server.address) port \(server.port)"
        if var error = lastWords {
            error.kind = .connectionLost
            error.context = context
            return error
        }
        if let words = handle.notices.notices.last, words.isFatal {
            return PostgresError(
                .connectionLost, words.message, sqlState: words.sqlState, detail: words.detail, hint: words.hint, context: context)
        }
        let text = handle.failureText.trimmed
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
        return PostgresError(
            .connectionLost, lines.first ?? "the server closed the connection",
            detail: lines.count > 1 ? lines.dropFirst().joined(separator: " ") : nil, context: context,
            cause: PostgresError.Cause(errno: socketError) ?? PostgresError.Cause(systemWordsIn: text) ?? .closed)
    }
}
