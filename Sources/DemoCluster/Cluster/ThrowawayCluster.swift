import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A PostgreSQL server in a temporary folder, on a free loopback port and a Unix socket, gone without a trace with `remove()`.
///
/// Runs the installed PostgreSQL (as another user where this process is root), with fsync off. TCP asks for a password (SCRAM); the socket
/// lets in whoever may open it, which is this user alone. If the owner is killed, `LeftoverClusters.remove()` of a later process cleans up.
/// Calls block; they may come from any thread.
public final class ThrowawayCluster: Sendable {
    /// How to shut down: SIGTERM, SIGINT, SIGQUIT to the postmaster.
    public enum StopMode: Sendable {
        case smart, fast, immediate
    }

    public static let superuser = "postgres"

    public let programs: ServerPrograms
    public let options: ClusterOptions
    /// Of the superuser, for connections over TCP; random.
    public let superuserPassword = randomPassword()
    public let host = "127.0.0.1"
    /// The folder of the Unix socket: libpq's `host`.
    public var socketDirectory: String { folder.socket }
    /// The temporary folder, deleted with the server; a place for files that should go with it.
    public var path: String { folder.path }
    public var port: UInt16 { state.withLock { $0.port } }

    let account: ServerAccount
    let folder: ClusterFolder
    private let state = Mutex(State())

    struct State {
        var port: UInt16 = 0
        var child: ChildProcess?
        var removed = false
    }

    /// initdb, then the first start: about one to two seconds.
    public init(_ options: ClusterOptions = ClusterOptions()) throws {
        self.options = options
        programs = try ServerPrograms.find(folder: options.programs)
        account = try ServerAccount.choose()
        folder = try ClusterFolder.create(for: account)
        do {
            try initialize()
            try startOnFreePort()
            try runSQL("ALTER ROLE \(Self.superuser) PASSWORD '\(superuserPassword)'")
        } catch {
            remove()
            throw error
        }
    }

    deinit { remove() }

    /// The postmaster, or nil while there is none.
    public var postmasterProcessID: Int32? { folder.postmaster }

    /// Starts a stopped server again, on the same port.
    public func start() throws {
        try state.withLock { state in
            if state.child?.exitIfEnded() == nil, state.child != nil { return }
            state.child = try launch(port: state.port)
        }
    }

    /// Asks the server to stop and waits for its end; throws where it still runs after `seconds` (a smart stop waits for every session).
    public func stop(_ mode: StopMode = .fast, seconds: Double = 30) throws {
        let signal =
            switch mode {
            case .smart: SIGTERM
            case .fast: SIGINT
            case .immediate: SIGQUIT
            }
        signalPostmaster(signal)
        try awaitEnd(seconds: seconds)
    }

    public func restart(_ mode: StopMode = .fast) throws {
        try stop(mode)
        try start()
    }

    /// kill -9: the crash of the whole server. Backends notice by themselves.
    public func killPostmaster() throws {
        signalPostmaster(SIGKILL)
        try awaitEnd(seconds: 10)
    }

    /// Any signal to the postmaster: SIGSTOP makes new connections hang, SIGHUP reloads. A smart stop that need not be waited for is SIGTERM.
    public func signalPostmaster(_ signal: Int32) {
        if let processID = folder.postmaster { kill(processID, signal) }
    }

    /// Stops the server at once and deletes all its files. May be called twice.
    public func remove() {
        state.withLock { state in
            guard !state.removed else { return }
            state.removed = true
            if let postmaster = folder.postmaster { LeftoverClusters.endPostmaster(postmaster) }
            state.child?.end()
            state.child = nil
            folder.remove()
        }
    }

    private func awaitEnd(seconds: Double) throws {
        try state.withLock { state in
            guard let child = state.child else { return }
            guard child.wait(seconds: seconds) != nil else {
                throw DemoClusterError("PostgreSQL did not stop within \(Int(seconds)) seconds")
            }
            state.child = nil
        }
    }

    /// The port is asked of the kernel, so that another program may be faster: then the next one.
    private func startOnFreePort() throws {
        for attempt in 1...5 {
            let port = try freeLoopbackPort()
            do {
                let child = try launch(port: port)
                state.withLock { state in
                    state.port = port
                    state.child = child
                }
                return
            } catch  where attempt < 5 && serverLog.contains("could not bind") {
                continue
            }
        }
    }
}

/// 24 letters and digits, about 140 bits from the system's generator.
func randomPassword() -> String {
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
    return String((0..<24).map { _ in alphabet.randomElement()! })
}
