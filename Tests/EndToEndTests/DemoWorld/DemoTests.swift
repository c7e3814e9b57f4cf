import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("The demo")
struct DemoTests {
    @Test("lectura enters 1245 and 2207 as the .env says, granted by ncorrea, and may not enter nomina")
    func world() throws {
        let demo = try Demo(programs: TestServer.options().programs) { _ in }
        defer { demo.stop() }
        let committed = "SELECT xact_commit FROM pg_stat_database WHERE datname = '1245'"
        let first = try demo.cluster.runSQL(committed)
        while try demo.cluster.runSQL(committed) == first { usleep(100_000) }
        #expect(!demo.cluster.serverLog.contains("ERROR:"))

        let attributes = try FileManager.default.attributesOfItem(atPath: demo.environmentFile)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let settings = Dictionary(
            uniqueKeysWithValues: try String(contentsOfFile: demo.environmentFile, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }.map { ($0.prefix { $0 != "=" }, $0.drop { $0 != "=" }.dropFirst()) })
        #expect(settings["DB_USER"] == "lectura")

        var environment = ChildProcess.inheritedEnvironment()
        environment["PGPASSWORD"] = settings["DB_PASSWORD"].map(String.init)
        let ask = { (database: String, sql: String) in
            try ChildProcess.run(
                demo.cluster.programs.path("psql"),
                [
                    "-X", "-w", "-At", "-h", "\(settings["DB_HOST"] ?? "")", "-p", "\(settings["DB_PORT"] ?? "")", "-U", "lectura", "-d",
                    database,
                    "-c", sql,
                ], environment: environment)
        }
        #expect(try ask("1245", "SELECT count(*) > 50000 FROM ventas.pedidos").output == "t\n")
        #expect(try ask("1245", "SELECT count(*) >= 14 FROM pg_inherits WHERE inhparent = 'sensores.lecturas'::regclass").output == "t\n")
        #expect(try ask("1245", "DELETE FROM ventas.pedidos").error.contains("permission denied"))
        #expect(try ask("2207", "SELECT count(*) >= 400 FROM pg_tables WHERE schemaname = 'medidas'").output == "t\n")
        #expect(try ask("nomina", "SELECT 1").error.contains("permission denied for database"))
        #expect(
            try ask("postgres", "SELECT datacl::text LIKE '%lectura=c/ncorrea%' FROM pg_database WHERE datname IN ('1245', '2207')").output
                == "t\nt\n")

        demo.stop()
        #expect(!FileManager.default.fileExists(atPath: demo.environmentFile))
    }
}
