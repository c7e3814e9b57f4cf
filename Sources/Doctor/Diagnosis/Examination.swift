internal import EventLoop
internal import PostgresClient
internal import Settings

/// One walk. Its topics are the extensions in `Steps`; each adds the steps that it has decided.
actor Examination {
    let doctor: Doctor
    let loop: EventLoop
    let told: @Sendable (Doctor.Event) -> Void
    private(set) var diagnosis = Diagnosis(steps: [])

    init(_ doctor: Doctor, on loop: EventLoop, told: @escaping @Sendable (Doctor.Event) -> Void) {
        self.doctor = doctor
        self.loop = loop
        self.told = told
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    func run() async -> Diagnosis {
        guard let way = examineSettings() else {
            skip(from: .name, because: "the settings make no sense")
            return diagnosis
        }
        let candidates = await examineNames(way)
        guard !candidates.isEmpty else {
            skip(from: .tcp, because: "there is no address")
            return diagnosis
        }
        let servers = await examineAddresses(candidates, way)
        guard !servers.isEmpty else {
            let isOpen = diagnosis.steps.contains { $0.name == .server }
            skip(from: isOpen ? .tls : .server, because: isOpen ? "no PostgreSQL server was found" : "no address is open")
            return diagnosis
        }
        if let session = await logIn(servers, way) { await examine(session, way) }
        return diagnosis
    }

    func decide(_ steps: [Step]) {
        diagnosis.steps += steps
        told(.decided(steps))
    }

    func decide(_ step: Step) { decide([step]) }

    /// Tells all steps from one on as not tried. The socket is another way in beside TCP and no step behind it.
    func skip(from first: Step.Name, because reason: String) {
        let rest = Step.Name.allCases.drop { $0 != first }.filter { $0 != .socket }
        decide(rest.map { .skipped($0, because: reason) })
    }
}

/// What the settings come to.
struct Way: Sendable {
    let settings: ConnectionSettings
    /// With libpq's own files, variables and defaults.
    let effective: EffectiveSettings
    var parameters: ConnectionParameters
    let limit: Duration
    let origins: SettingPlaces

    var sslMode: String { effective["sslmode"] ?? "prefer" }
    var user: String { effective["user"] ?? "" }
    var database: String { effective["dbname"] ?? user }
}

/// How long something took.
func measure<Value>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async -> Value
) async -> (value: Value, took: Duration) {
    let begin = ContinuousClock.now
    let value = await body()
    return (value, .now - begin)
}
