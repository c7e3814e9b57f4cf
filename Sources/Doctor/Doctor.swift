public import EventLoop
public import PostgresClient
public import Settings

/// Walks the way to a server step by step, and tells of each step whether it holds, what was seen and what to try.
///
/// It changes nothing, on either side: names are resolved, sockets opened, TLS agreed on, one login and some questions made. Every wait has a
/// deadline. A password goes where pgdeck itself would send it, and nowhere else.
public struct Doctor: Sendable {
    /// Host name to numeric addresses, in the order in which they are to be tried.
    public typealias Resolver = @Sendable (_ name: String, _ limit: Duration, _ loop: EventLoop) async -> Result<[String], PostgresError>

    /// What was set, or why that makes no sense.
    public var settings: Result<LoadedSettings, SettingsError>
    /// The process environment: libpq's files are found by it.
    public var environment: [String: String]
    /// For each wait of its own; the user's connect_timeout wins over it.
    public var limit: Duration = .seconds(5)
    /// Asked for a role's password where the server wants one and none is set; nil where nobody can be asked. Called on the loop's thread.
    public var askPassword: (@Sendable (_ user: String) -> Secret?)?
    public var resolve: Resolver = { name, limit, loop in await Resolution(loop).addresses(of: name, within: limit) }

    public struct LoadedSettings: Sendable {
        public var connection: ConnectionSettings
        public var warnings: [SettingsWarning]

        public init(_ connection: ConnectionSettings, warnings: [SettingsWarning]) {
            self.connection = connection
            self.warnings = warnings
        }
    }

    /// What the walk tells while it goes on.
    public enum Event: Sendable {
        /// Something begins that may take a while: "connecting to 2 addresses".
        case waiting(String)
        /// Steps that are decided, in their order.
        case decided([Step])
    }

    public init(settings: Result<LoadedSettings, SettingsError>, environment: [String: String]) {
        self.settings = settings
        self.environment = environment
    }

    /// - Parameter told: called on the loop's thread.
    nonisolated(nonsending) public func examine(on loop: EventLoop, told: @escaping @Sendable (Event) -> Void = { _ in }) async -> Diagnosis
    {
        await Examination(self, on: loop, told: told).run()
    }
}

/// Where a name look-up waits.
private actor Resolution {
    private let loop: EventLoop

    init(_ loop: EventLoop) { self.loop = loop }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    func addresses(of name: String, within limit: Duration) async -> Result<[String], PostgresError> {
        do throws(PostgresError) {
            return .success(try await NameResolution.addresses(of: name, on: loop, within: limit))
        } catch {
            return .failure(error)
        }
    }
}
