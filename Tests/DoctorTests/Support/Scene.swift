import DemoCluster
import Doctor
import EventLoop
import PostgresClient
import Reports
import Settings
import TestSupport

/// A person's folder with a .env file, and the examination that comes of it.
struct Scene {
    let folder: TestFolder
    var commandLine = CommandLineSettings()
    var limit: Duration = .seconds(10)
    /// Name to addresses, in place of the resolver; a name that is not in it has none.
    var names: [String: [String]]?

    private static let loop: EventLoop = {
        do {
            let loop = try EventLoop()
            loop.start()
            return loop
        } catch {
            fatalError("\(error)")
        }
    }()

    init(dotEnv: String? = nil, mode: Int = 0o600) throws {
        folder = try TestFolder()
        // Else the search would go on above the folder.
        try folder.write(".env", dotEnv ?? "", mode: mode)
    }

    /// A .env file that leads to a database of a server over TCP.
    init(
        _ cluster: ThrowawayCluster, host: String = "127.0.0.1", port: UInt16? = nil, database: String = "postgres",
        role: String = ThrowawayCluster.superuser, password: String? = nil, more: String = "", mode: Int = 0o600
    ) throws {
        try self.init(
            dotEnv: """
                DB_HOST=\(host)
                DB_PORT=\(port ?? cluster.port)
                DB_NAME=\(database)
                DB_USER=\(role)
                DB_PASSWORD='\(password ?? cluster.superuserPassword)'
                \(more)

                """, mode: mode)
    }

    func examine() async throws -> Diagnosis {
        var doctor = Doctor(settings: settings, environment: ["HOME": folder.path])
        doctor.limit = limit
        if let names {
            doctor.resolve = { name, _, _ in
                names[name].map { .success($0) } ?? .failure(PostgresError(.nameResolution, "Name or service not known"))
            }
        }
        return await doctor.examine(on: Self.loop)
    }

    private var settings: Result<Doctor.LoadedSettings, SettingsError> {
        do throws(SettingsError) {
            let (settings, warnings) = try ConnectionSettings.load(
                commandLine, environment: [:], workingDirectory: folder.path, home: folder.path)
            return .success(Doctor.LoadedSettings(settings, warnings: warnings))
        } catch {
            return .failure(error)
        }
    }
}

extension Diagnosis {
    func steps(_ name: Step.Name) -> [Step] { steps.filter { $0.name == name } }

    func verdicts(_ name: Step.Name) -> [Step.Verdict] { steps(name).map(\.verdict) }

    /// All that was seen in the steps of a name.
    func seen(_ name: Step.Name) -> String { steps(name).flatMap(\.seen).joined(separator: "\n") }

    /// All that is printed, as text and as JSON.
    var printed: String {
        let text = DiagnosisText(isColoured: false)
        return text.lines(of: steps) + text.conclusion(of: self) + json.text
    }
}
