import DemoCluster
import Doctor
import TestSupport
import Testing

@Suite("The login and the database")
struct LoginTests {
    let cluster: ThrowawayCluster
    let role: String
    static let password = "Geheim-7%41"

    init() throws {
        cluster = try TestServer.shared()
        role = try cluster.createRole("reader", password: Self.password)
    }

    private func scene(database: String = "postgres", password: String = password, role: String? = nil) throws -> Scene {
        try Scene(cluster, database: database, role: role ?? self.role, password: password)
    }

    @Test("a wrong password is a refusal that names where it was written, and is not printed")
    func wrongPassword() async throws {
        let diagnosis = try await scene(password: "Falsch-9!").examine()
        #expect(diagnosis.verdicts(.authentication) == [.ok])
        #expect(diagnosis.verdicts(.login) == [.failed])
        #expect(diagnosis.exitStatus == 1)
        #expect(diagnosis.next?.contains("DB_PASSWORD in .env:5") == true)
        #expect(!diagnosis.printed.contains("Falsch-9!"))
        #expect(diagnosis.printed.contains("****"))
    }

    @Test("no password at hand is a refusal")
    func noPassword() async throws {
        let diagnosis = try await scene(password: "").examine()
        #expect(diagnosis.seen(.login) == "the server asks for a password")
        #expect(diagnosis.exitStatus == 1)
    }

    @Test("a role without LOGIN is told the statement that would help")
    func noLogin() async throws {
        let name = TestServer.uniqueName("group")
        try cluster.runSQL("CREATE ROLE \(name) PASSWORD '\(Self.password)'")
        let diagnosis = try await scene(role: name).examine()
        #expect(diagnosis.verdicts(.login) == [.failed])
        #expect(diagnosis.next?.contains("ALTER ROLE \(name) LOGIN") == true)
    }

    @Test("for a missing database those are named that may be entered, and the rest is asked in another one")
    func missingDatabase() async throws {
        let other = try cluster.createDatabase("shop")
        let diagnosis = try await scene(database: "shop_of_nobody").examine()
        #expect(diagnosis.verdicts(.login) == [.ok])
        #expect(diagnosis.verdicts(.database) == [.failed])
        #expect(diagnosis.seen(.database).contains("open to you:"))
        #expect(try diagnosis.seen(.database).contains(other) || cluster.runSQL("SELECT count(*) > 8 FROM pg_database") == "t")
        #expect(diagnosis.verdicts(.version) == [.ok])
        #expect(diagnosis.exitStatus == 1)
        #expect(diagnosis.next == "check DB_NAME in .env:3")
    }

    @Test("without CONNECT the owner and the GRANT are named")
    func noConnect() async throws {
        let name = try cluster.createDatabase("closed")
        let owner = try cluster.createRole("ncorrea", password: Self.password)
        try cluster.runSQL("REVOKE CONNECT ON DATABASE \(name) FROM PUBLIC; ALTER DATABASE \(name) OWNER TO \(owner)")
        let diagnosis = try await scene(database: name).examine()
        #expect(diagnosis.verdicts(.database) == [.failed])
        #expect(diagnosis.next == "ask its owner \(owner): GRANT CONNECT ON DATABASE \(name) TO \(role)")
        #expect(diagnosis.exitStatus == 1)
    }

    @Test("a role at its connection limit is told so")
    func tooMany() async throws {
        try cluster.runSQL("ALTER ROLE \(role) CONNECTION LIMIT 0")
        let diagnosis = try await scene().examine()
        #expect(diagnosis.verdicts(.login) == [.failed])
        #expect(diagnosis.next?.contains("CONNECTION LIMIT of \(role)") == true)
    }

    @Test("a role without pg_monitor learns which GRANT it lacks; one whose password ends soon is warned")
    func role() async throws {
        let plain = try await scene().examine()
        #expect(plain.steps(.role)[0].advice?.contains("GRANT pg_monitor TO") == true)
        try cluster.runSQL("GRANT pg_monitor TO \(role)")
        try cluster.runSQL("SELECT format('ALTER ROLE \(role) VALID UNTIL %L', now() + interval '5 days') \\gexec")
        let soon = try await scene().examine()
        #expect(soon.verdicts(.role) == [.warning])
        #expect(soon.seen(.role).contains("pg_monitor"))
        #expect(soon.exitStatus == 0)
    }
}
