import PostgresClient
import Settings
import Testing

@Suite("Several servers")
struct SeveralServersTests {
    private func load(_ scene: SettingsScene, services: [String] = [], databases: [String] = []) throws -> [Settings] {
        try Settings.loadAll(
            scene.commandLine, services: services, databases: databases, environment: scene.environment,
            workingDirectory: scene.workingDirectory, home: scene.folder.path + "/home")
    }

    private func failure(_ scene: SettingsScene, services: [String] = [], databases: [String] = []) throws -> String {
        try #require(throws: SettingsError.self) { try load(scene, services: services, databases: databases) }.description
    }

    static let list = """
        refresh = 5
        [[servers]]
        name = "orders"
        service = "orders_production"

        [[servers]]
        connection = "postgresql://monitor@billing.example.org:6000/billing"

        """

    @Test("each service and each connection string of the command line is one, called by its service or its address")
    func commandLine() throws {
        let all = try load(
            SettingsScene(), services: ["a", "b"],
            databases: ["postgresql://ana@db.example.org/shop", "host=db.example.org port=6000 user=ana"])
        #expect(all.map(\.name) == ["a", "b", "db.example.org", "db.example.org:6000"])
        #expect(all.map(\.connection.parameters.service) == ["a", "b", nil, nil])
        #expect(all[2].connection.parameters.values == ["host": "db.example.org", "user": "ana", "dbname": "shop"])
        #expect(all[3].connection.origins["port"] == .commandLine)
    }

    @Test("what stands beside several services is meant of each")
    func shared() throws {
        var scene = try SettingsScene()
        scene.commandLine.user = "ana"
        let all = try load(scene, services: ["a", "b"], databases: ["shop"])
        #expect(all.map(\.connection.parameters.values) == ["a", "b"].map { ["service": $0, "user": "ana", "dbname": "shop"] })
    }

    @Test("a connection string that names no server adds to the one service beside it")
    func added() throws {
        let all = try load(SettingsScene(), services: ["a"], databases: ["dbname=shop sslmode=require"])
        #expect(all.map(\.connection.parameters.values) == [["service": "a", "dbname": "shop", "sslmode": "require"]])
        #expect(try load(SettingsScene(), services: ["a"], databases: ["host=b"]).map(\.name) == ["a", "b"])
    }

    @Test("one server is read as ever and has no name", arguments: [[], ["shop"], ["postgresql://db.example.org/shop"]])
    func one(databases: [String]) throws {
        var scene = try SettingsScene(dotEnv: "DB_HOST=file.example.org\nDB_PASSWORD=geheim\n", config: "colour = 1\n")
        let all = try load(scene, databases: databases)
        scene.commandLine.database = databases.first
        let alone = try scene.load()
        #expect(all.count == 1 && all[0].name == nil)
        #expect(all[0].connection.parameters == alone.connection.parameters)
        #expect(all[0].warnings == alone.warnings && all[0].connection.discarded == alone.connection.discarded)
        #expect(try load(scene, services: ["a"]).map(\.connection.parameters.service) == ["a"])
    }

    @Test("the list of config.toml is opened where nothing else says where to connect")
    func configured() throws {
        var scene = try SettingsScene(config: Self.list)
        let all = try load(scene)
        #expect(all.map(\.name) == ["orders", "billing.example.org:6000"])
        #expect(all[0].connection.parameters.values == ["service": "orders_production"])
        #expect(
            all[1].connection.parameters.values == ["host": "billing.example.org", "port": "6000", "user": "monitor", "dbname": "billing"])
        #expect(all[1].connection.origins["host"] == .configFile(path: scene.configFile, line: 6))
        #expect(all.allSatisfy { $0.warnings.isEmpty && $0.interface.refresh == .seconds(5) })
        #expect(try load(scene, services: ["a"]).count == 1)
        #expect(try load(scene, databases: ["shop"]).count == 1)
        scene.commandLine.host = "other.example.org"
        #expect(try load(scene).map(\.connection.parameters.host) == ["other.example.org"])
        scene.commandLine.host = nil
        scene.environment["DB_HOST"] = "env.example.org"
        let named = try load(scene)
        #expect(named.map(\.connection.parameters.host) == ["env.example.org"])
        #expect(named[0].connection.discarded == ["[[servers]] (\(scene.configFile):2): DB_HOST comes first"])
    }

    @Test("a list of one is one server") func listOfOne() throws {
        let all = try load(SettingsScene(config: "[[servers]]\nservice = \"a\"\n"))
        #expect(all.count == 1 && all[0].name == nil && all[0].connection.parameters.service == "a")
    }

    @Test("addresses that are the same are told apart by role and database; the same server twice is refused")
    func names() throws {
        let strings = ["postgresql://ana@db.example.org/shop", "postgresql://ana@db.example.org/stock"]
        #expect(try load(SettingsScene(), databases: strings).map(\.name) == ["ana@db.example.org/shop", "ana@db.example.org/stock"])
        #expect(try failure(SettingsScene(), services: ["a", "a"]) == "command line: two of the servers are called a")
        let list = "[[servers]]\nname = \"x\"\nservice = \"a\"\n[[servers]]\nname = \"x\"\nservice = \"b\"\n"
        #expect(try failure(SettingsScene(config: list)).hasSuffix("config.toml: two of the servers are called x"))
    }

    @Test("a wrong entry is named with its place, and a malformed one shows nothing of its password")
    func wrong() throws {
        let scene = try SettingsScene()
        let malformed = try failure(scene, services: ["a"], databases: ["postgresql://u:ge%heim@db.example.org/x"])
        #expect(malformed.hasPrefix("command line: server 2: the URI is malformed; ") && !malformed.contains("heim"))
        #expect(try failure(scene, services: ["a", "b"], databases: ["x", "y"]).contains("y is a database's name"))
        #expect(try failure(scene, databases: ["x", "y"]).contains("the database is named twice: x and y"))
        let strings = ["host=a", "host=b", "shop"]
        #expect(try failure(scene, databases: strings).contains("shop stands beside several servers"))
        var flagged = scene
        flagged.commandLine.port = "5433"
        #expect(try failure(flagged, services: ["a", "b"]).contains("-h and -p name one server"))
    }

    static let wrongEntries: [(text: String, message: String)] = [
        ("name = \"x\"", ":4: server x: it has neither service nor connection"),
        ("service = \"s\"\nconnection = \"host=a\"", ":4: server 2: it has both service and connection"),
        ("service = 5", ":4: server 2: service takes a text in quotes"),
        ("name = \"x\"\nconnection = \"shop\"", ":4: server x: connection is a postgresql:// URI or a key=value string"),
        ("name = \"x\"\nconnection = \"postgresql://a:geh%eim@b\"", ":4: server x: the URI is malformed; "),
        ("connection = \"host=a port=x\"", ":4: server 2: the port is not a port: a number from 1 to 65535"),
    ]

    @Test("a wrong entry of the list is an error with its line", arguments: wrongEntries)
    func wrongEntry(text: String, message: String) throws {
        let scene = try SettingsScene(config: "[[servers]]\nservice = \"a\"\n\n[[servers]]\n\(text)\n")
        let failure = try failure(scene)
        #expect(failure.hasPrefix(scene.configFile + message) && !failure.contains("eim"), "\(failure)")
        #expect(try load(scene, services: ["other"]).count == 1)
    }

    @Test("an unknown key in an entry is a warning with its place; so is a password, which is not read")
    func warnings() throws {
        let text =
            "[[servers]]\nservice = \"a\"\n[[servers]]\ncolour = 1\nservice = \"b\"\n[[servers]]\nconnection = \"host=c password=geheim\"\n"
        let scene = try SettingsScene(config: text)
        let all = try load(scene)
        let messages = all.flatMap(\.warnings).map(\.description)
        #expect(messages.count == 2)
        #expect(messages[0].hasPrefix("\(scene.configFile):4:1: unknown entry colour"))
        #expect(messages[1].hasPrefix("\(scene.configFile):6: server 3: a password is not read from here"))
        #expect(all[2].connection.parameters.password == nil)
        #expect(!all.map(\.everythingPrinted).joined().contains("geheim"))
    }

    @Test("no password of .env goes to any of several servers")
    func dotEnv() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=a.example.org\nDB_PASSWORD=geheim\n")
        let all = try load(scene, databases: ["host=a.example.org", "host=b.example.org"])
        #expect(all.allSatisfy { $0.connection.parameters.password == nil })
    }

    @Test("a password in one connection string stays with its server")
    func ownPassword() throws {
        let all = try load(SettingsScene(), databases: ["host=a password=geheim", "host=b"])
        #expect(all.map { $0.connection.parameters.password?.reveal() } == ["geheim", nil])
    }

    @Test("PGPASSWORD alone goes to none of several; beside PGHOST it goes to that one")
    func libpqPassword() throws {
        var scene = try SettingsScene(environment: ["PGPASSWORD": "geheim"])
        var all = try load(scene, databases: ["host=a", "host=b"])
        #expect(all.allSatisfy { $0.connection.parameters.password == nil })
        #expect(all[0].warnings.map(\.message) == ["PGPASSWORD is not used: it does not say which of several servers it is for"])
        scene.environment["PGHOST"] = "b"
        all = try load(scene, databases: ["host=a", "host=b"])
        #expect(all.map { $0.connection.parameters.password?.reveal() } == [nil, "geheim"])
        #expect(all[0].connection.withheldVariables == ["PGPASSWORD"])
    }

    @Test("libpq is asked about each before anything is connected: an unknown service is named")
    func check() throws {
        let all = try load(SettingsScene(), services: ["no_such_service_7"], databases: ["host=a sslmode=require", "host=b keepalives=x"])
        let error = try #require(throws: SettingsError.self) { try all[0].check() }
        #expect(error.description.hasPrefix("command line: server no_such_service_7: "))
        #expect(error.description.contains("pgdeck doctor --service no_such_service_7"))
        #expect(throws: Never.self) { try all[1].check() }
    }
}
