import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Settings that somebody changed")
struct ChangedSettingsProbeTests {
    @Test("changed ones are told with their source, pending ones first; pgdeck's own are told as they would be without it")
    func settings() throws {
        let server = try ProbeServer.shared.get()
        let database = try server.cluster.createDatabase("set")
        try server.cluster.runSQL(
            "ALTER DATABASE \"\(database)\" SET work_mem = '7MB'; ALTER DATABASE \"\(database)\" SET statement_timeout = '77s'")
        try server.cluster.runSQL("ALTER SYSTEM SET max_connections = 123; SELECT pg_reload_conf()".replacing("; ", with: ";\n"))
        defer {
            _ = try? server.cluster.runSQL("ALTER SYSTEM RESET max_connections")
            _ = try? server.cluster.runSQL("SELECT pg_reload_conf()")
        }
        let seen = try server.until(ChangedSettingsProbe(), as: server.watcher, database: database) {
            $0.list.rows.first?.isPendingRestart == true
        }
        let named = Dictionary(uniqueKeysWithValues: seen.list.rows.map { ($0.name, $0) })
        #expect(seen.list.rows.first?.name == "max_connections" && named["max_connections"]?.value == "100")
        #expect(
            named["work_mem"].map { "\($0.value ?? "") \($0.unit ?? "") \($0.source ?? "") \($0.defaultValue ?? "")" }
                == "7168 kB database 4096")
        #expect(named["statement_timeout"]?.value == "77000")
        #expect(named["lock_timeout"] == nil && named["application_name"] == nil && named["server_version"] == nil)
        #expect(seen.seesAll && named["shared_buffers"]?.file?.hasSuffix("postgresql.conf") == true && named["shared_buffers"]?.line != nil)
        let hidden = try server.ask(ChangedSettingsProbe(), as: server.stranger, database: database)
        #expect(!hidden.seesAll && hidden.list.rows.allSatisfy { $0.file == nil })
        #expect(hidden.list.rows.contains { $0.name == "work_mem" } && hidden.list.total < seen.list.total)
    }
}
