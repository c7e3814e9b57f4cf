import PostgresClient
import Settings
import Testing

@Suite("A password never travels to a server that it was not written for")
struct PasswordDestinationTests {
    static let file = "DB_USER=lectura\nDB_PASSWORD=geheim\nDB_HOST=db.example.org\nDB_PORT=2345\nDB_NAME=1245\nDB_SSLMODE=require\n"

    /// A way of naming a server on the command line.
    struct Naming: Sendable, CustomTestStringConvertible {
        var database: String?
        var host: String?
        var service: String?
        var testDescription: String {
            [database, host.map { "-h '\($0)'" }, service.map { "--service \($0)" }].compactMap(\.self).joined()
        }
    }

    static let namings = [
        Naming(database: "postgresql://other.example.org/x"), Naming(database: "postgresql:///x"),
        Naming(database: "postgres://u@other.example.org"),
        Naming(database: "host=other.example.org"), Naming(database: "hostaddr=192.0.2.9"), Naming(database: "service=prod"),
        Naming(database: "user=a host=''"), Naming(host: "other.example.org"), Naming(host: ""), Naming(host: "db.example.org"),
        Naming(service: "prod"),
    ]

    @Test("a host, URI or service on the command line discards every DB_* of file and environment, and names them", arguments: namings)
    func discards(_ naming: Naming) throws {
        for fromEnvironment in [false, true] {
            var scene = try SettingsScene(dotEnv: fromEnvironment ? nil : Self.file)
            if fromEnvironment {
                for line in Self.file.split(separator: "\n") {
                    scene.environment[String(line.prefix { $0 != "=" })] = String(line.drop { $0 != "=" }.dropFirst())
                }
            }
            scene.commandLine.database = naming.database
            scene.commandLine.host = naming.host
            scene.commandLine.service = naming.service
            let settings = try scene.load()
            #expect(settings.connection.parameters.password == nil)
            #expect(settings.connection.origins.values.allSatisfy { $0 == .commandLine })
            #expect(settings.connection.discarded.count == 6)
            #expect(settings.connection.discarded.contains { $0.hasPrefix("DB_PASSWORD") })
            #expect(!settings.connection.isEmpty)
        }
    }

    @Test("a database name, and a key=value string without a server, keep the DB_*", arguments: ["2207", "dbname=2207"])
    func keeps(_ database: String) throws {
        var scene = try SettingsScene(dotEnv: Self.file)
        scene.commandLine.database = database
        let parameters = try scene.load().connection.parameters
        #expect(parameters.password?.reveal() == "geheim")
        #expect(parameters.database == "2207" && parameters.host == "db.example.org")
    }

    /// What leads the connection somewhere else than the file says, without discarding the DB_*.
    static let detours: [(String, [String: String])] = [
        ("another host", ["DB_HOST": "other.example.org"]), ("another port", ["DB_PORT": "5432"]), ("another user", ["DB_USER": "root"]),
        ("no host", ["DB_HOST": ""]), ("no port", ["DB_PORT": ""]),
    ]

    @Test("the file's password stays when the process environment leads elsewhere or names another user", arguments: detours)
    func environmentLeadsElsewhere(_ detour: (what: String, environment: [String: String])) throws {
        let scene = try SettingsScene(dotEnv: Self.file, environment: detour.environment)
        let settings = try scene.load()
        #expect(settings.connection.parameters.password == nil)
        #expect(settings.connection.discarded.contains { $0.hasPrefix("DB_PASSWORD (\(scene.envFile):2)") })
        #expect(settings.warnings.contains { $0.source == scene.envFile && $0.line == 2 })
        #expect(!settings.everythingPrinted.contains("geheim"))
    }

    @Test("the same values in the process environment as in the file change nothing")
    func sameValues() throws {
        let scene = try SettingsScene(
            dotEnv: Self.file, environment: ["DB_HOST": "db.example.org", "DB_PORT": "2345", "DB_USER": "lectura", "DB_NAME": "2207"])
        let settings = try scene.load()
        #expect(settings.connection.parameters.password?.reveal() == "geheim")
        #expect(settings.warnings.isEmpty)
    }

    @Test("a password of the process environment goes with the host of the file")
    func environmentPassword() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n", environment: ["DB_PASSWORD": "geheim"])
        let connection = try scene.load().connection
        #expect(connection.parameters.password?.reveal() == "geheim")
        #expect(connection.origins["password"] == .environment(variable: "DB_PASSWORD"))
    }

    @Test("-p and -U lead to another server or user and leave the password behind")
    func flags() throws {
        for (port, user) in [("2346", nil), (nil, "postgres")] as [(String?, String?)] {
            var scene = try SettingsScene(dotEnv: Self.file)
            scene.commandLine.port = port
            scene.commandLine.user = user
            #expect(try scene.load().connection.parameters.password == nil)
        }
        var scene = try SettingsScene(dotEnv: Self.file)
        scene.commandLine.port = "2345"
        scene.commandLine.user = "lectura"
        #expect(try scene.load().connection.parameters.password != nil)
    }

    @Test("a password without a host does not go to the host of config.toml nor, from a file, to PGHOST, PGHOSTADDR, PGPORT or PGSERVICE")
    func hostlessPassword() throws {
        let config = "[connection]\nhost = \"config.example.org\"\n"
        #expect(try SettingsScene(dotEnv: "DB_PASSWORD=geheim\n", config: config).load().connection.parameters.password == nil)
        #expect(try SettingsScene(config: config, environment: ["DB_PASSWORD": "geheim"]).load().connection.parameters.password == nil)
        for variables in [["PGHOST": "a"], ["PGHOSTADDR": "192.0.2.1"], ["PGPORT": "6000"], ["PGSERVICE": "prod"]] {
            let scene = try SettingsScene(dotEnv: "DB_PASSWORD=geheim\n", environment: variables)
            #expect(try scene.load().connection.parameters.password == nil)
            let exported = try SettingsScene(environment: variables.merging(["DB_PASSWORD": "geheim"]) { first, _ in first })
            #expect(try exported.load().connection.parameters.password != nil)
        }
        #expect(try SettingsScene(dotEnv: "DB_PASSWORD=geheim\n").load().connection.parameters.password != nil)
    }

    @Test(
        "a password stays when the line that should name its server is malformed or not UTF-8",
        arguments: [
            Array("DB_HOST='db.example.org\nDB_PASSWORD=geheim\n".utf8),
            Array("DB_HOST=db".utf8) + [0xFF] + Array("\nDB_PASSWORD=geheim\n".utf8),
            Array("DB_PASSWORD=geheim\nDB_HOST=a\nDB_PORT=\"2345\n".utf8),
        ])
    func lostHost(_ bytes: [UInt8]) throws {
        let scene = try SettingsScene()
        try scene.folder.write("work/.env", bytes: bytes)
        let settings = try scene.load()
        #expect(settings.connection.parameters.password == nil)
        #expect(!settings.everythingPrinted.contains("geheim"))
    }

    @Test("libpq's own variables for another server are withheld once a host is named, and the rest stays")
    func libpqVariables() throws {
        let variables = [
            "PGHOST": "pg.example.org", "PGHOSTADDR": "192.0.2.1", "PGSERVICE": "prod", "PGPASSWORD": "geheim", "PGSSLMODE": "require",
        ]
        var scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n", environment: variables)
        var connection = try scene.load().connection
        #expect(connection.withheldVariables == ["PGHOSTADDR", "PGPASSWORD", "PGSERVICE"])
        #expect(connection.explanation.map(\.name) == ["host", "sslmode"])
        scene = try SettingsScene(environment: variables)
        connection = try scene.load().connection
        #expect(connection.withheldVariables.isEmpty)
        #expect(connection.explanation.map(\.value) == ["prod", "pg.example.org", "192.0.2.1", "****", "require"])
    }

    @Test("what libpq's variables say of a server is taken over, so that it does not join a server that is typed later")
    func typedServer() throws {
        let variables = ["PGHOSTADDR": "192.0.2.1", "PGPASSWORD": "geheim", "PGSERVICE": "prod"]
        for left in [variables, variables.filter { $0.key != "PGSERVICE" }] {
            var connection = try SettingsScene(environment: left).load().connection
            #expect(connection.parameters.service == left["PGSERVICE"])
            #expect(connection.origins.values.allSatisfy { $0 == .libpq })
            connection.replace(with: ConnectionParameters(["host": "typed.example.org"]))
            #expect(connection.parameters.values == ["host": "typed.example.org"])
            #expect(connection.parameters.password == nil)
        }
        let parameters = try SettingsScene(environment: ["PGHOSTADDR": "192.0.2.1", "PGPASSWORD": "geheim"]).load().connection.parameters
        #expect(parameters["hostaddr"] == "192.0.2.1" && parameters.password?.reveal() == "geheim")
    }

    @Test("PGPASSWORD alone is for whatever server is named, and with PGHOST for that one")
    func libpqPassword() throws {
        var scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n", environment: ["PGPASSWORD": "geheim"])
        #expect(try scene.load().connection.withheldVariables.isEmpty)
        scene.environment["PGHOST"] = "db.example.org"
        #expect(try scene.load().connection.withheldVariables.isEmpty)
        scene.environment["PGPORT"] = "6000"
        #expect(try scene.load().connection.withheldVariables.isEmpty)
        scene.commandLine.host = "other.example.org"
        #expect(try scene.load().connection.withheldVariables == ["PGPASSWORD"])
    }
}
