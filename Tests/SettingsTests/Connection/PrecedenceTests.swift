import PostgresClient
import Settings
import Testing

@Suite("Which source a setting comes from")
struct PrecedenceTests {
    /// One row: what each source says about the host and what comes out.
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String?
        let environment: String?
        let file: String?
        let config: String?
        let expected: String?
        var testDescription: String {
            "-h \(line ?? "-"), DB_HOST \(environment ?? "-"), .env \(file ?? "-"), config.toml \(config ?? "-")"
        }
    }

    /// All sixteen ways of naming or not naming a host in the four places.
    static let rows: [Row] = (0..<16).map { bits in
        let names = ["line.example.org", "environment.example.org", "file.example.org", "config.example.org"]
        let named = names.enumerated().map { bits & (1 << $0.offset) == 0 ? nil : $0.element }
        return Row(
            line: named[0], environment: named[1], file: named[2], config: named[3], expected: named.compactMap(\.self).first)
    }

    @Test("the host: command line, process environment, .env, config.toml, libpq, in this order", arguments: rows)
    func host(_ row: Row) throws {
        var scene = try SettingsScene(
            dotEnv: row.file.map { "DB_HOST=\($0)\n" }, config: row.config.map { "[connection]\nhost = \"\($0)\"\n" },
            environment: row.environment.map { ["DB_HOST": $0] } ?? [:])
        scene.commandLine.host = row.line
        let connection = try scene.load().connection
        #expect(connection.parameters.host == row.expected)
        let origin: SettingOrigin? =
            switch row.expected {
            case "line.example.org": .commandLine
            case "environment.example.org": .environment(variable: "DB_HOST")
            case "file.example.org": .envFile(path: scene.envFile, line: 1)
            case "config.example.org": .configFile(path: scene.configFile, line: 2)
            default: nil
            }
        #expect(connection.origins["host"] == origin)
        #expect(connection.isEmpty == (row.expected == nil))
    }

    @Test("all six variables of .env become libpq's keywords, each with its line")
    func allVariables() throws {
        let scene = try SettingsScene(
            dotEnv: "DB_USER=lectura\nDB_PASSWORD=geheim\nDB_HOST=192.0.2.7\nDB_PORT=2345\nDB_NAME=1245\nDB_SSLMODE=require\n")
        let connection = try scene.load().connection
        let expected = ["user": "lectura", "host": "192.0.2.7", "port": "2345", "dbname": "1245", "sslmode": "require"]
        #expect(connection.parameters.values == expected)
        #expect(connection.parameters.password?.reveal() == "geheim")
        #expect(connection.origins["password"] == .envFile(path: scene.envFile, line: 2))
        #expect(connection.origins["sslmode"] == .envFile(path: scene.envFile, line: 6))
        #expect(connection.envFile == scene.envFile)
    }

    @Test("the sources fill one another up, keyword by keyword")
    func mixed() throws {
        var scene = try SettingsScene(
            dotEnv: "DB_HOST=db.example.org\nDB_NAME=file\n", config: "[connection]\nuser = \"ana\"\nsslmode = \"require\"\n",
            environment: ["DB_NAME": "environment", "PGPORT": "6000"])
        scene.commandLine.database = "line"
        let connection = try scene.load().connection
        #expect(
            connection.parameters.values == ["host": "db.example.org", "dbname": "line", "user": "ana", "sslmode": "require"])
        #expect(connection.explanation.first { $0.name == "port" }?.value == "6000")
    }

    @Test("where libpq's variables lead is told before anybody has answered")
    func destinationByVariables() throws {
        var scene = try SettingsScene(environment: ["PGHOST": "db.example.org", "PGPORT": "6000", "PGPASSWORD": "geheim"])
        scene.commandLine.port = "7000"
        let connection = try scene.load().connection
        #expect(connection.parameters.host == nil)
        #expect(connection.destination.values == ["host": "db.example.org", "port": "7000"])
    }

    @Test("beside a service libpq's variables lead nowhere, for its file comes first")
    func destinationByService() throws {
        var scene = try SettingsScene(environment: ["PGHOST": "db.example.org", "PGPORT": "6000", "PGUSER": "ana"])
        scene.commandLine.service = "prod"
        #expect(try scene.load().connection.destination.values == ["service": "prod"])
    }

    @Test("a variable of the process environment hides the file's even when it is empty, and an empty one counts as not set")
    func emptyVariables() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\nDB_PASSWORD=geheim\nDB_NAME=\n", environment: ["DB_PASSWORD": ""])
        let connection = try scene.load().connection
        #expect(connection.parameters.password == nil)
        #expect(connection.parameters.values == ["host": "db.example.org"])
    }

    @Test(
        "a URI and a key=value string win over the flags beside them, as in psql",
        arguments: [
            "postgresql://uri@named.example.org:7000/named?sslmode=require",
            "host=named.example.org port=7000 user=uri dbname=named sslmode=require",
        ])
    func connectionStrings(_ text: String) throws {
        var scene = try SettingsScene()
        scene.commandLine.database = text
        scene.commandLine.host = "flag.example.org"
        scene.commandLine.user = "flag"
        let parameters = try scene.load().connection.parameters
        #expect(
            parameters.values == ["host": "named.example.org", "port": "7000", "user": "uri", "dbname": "named", "sslmode": "require"])
    }

    @Test("the .env file is searched from the working directory upward, past a directory of that name")
    func search() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n")
        try scene.folder.write("work/below/.env/file", "")
        #expect(try scene.load(from: scene.workingDirectory + "/below").connection.envFile == scene.envFile)
    }

    @Test("--env-file names another file, relative to the working directory")
    func namedFile() throws {
        var scene = try SettingsScene(dotEnv: "DB_HOST=found.example.org\n")
        try scene.folder.write("work/below/other.env", "DB_HOST=named.example.org\n")
        scene.commandLine.envFile = "below/other.env"
        #expect(try scene.load().connection.parameters.host == "named.example.org")
    }

    @Test("the port of config.toml goes with its host only")
    func configPort() throws {
        let config = "[connection]\nhost = \"config.example.org\"\nport = 2345\n"
        var scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n", config: config)
        #expect(try scene.load().connection.parameters.port == nil)
        scene = try SettingsScene(config: config)
        #expect(try scene.load().connection.parameters.port == "2345")
        scene = try SettingsScene(dotEnv: "DB_HOST=db.example.org\n", config: "[connection]\nport = 2345\n")
        #expect(try scene.load().connection.parameters.port == "2345")
    }

    @Test("config.toml adds nothing but sslmode to a service")
    func service() throws {
        var scene = try SettingsScene(
            config: "[connection]\nhost = \"config.example.org\"\nuser = \"ana\"\nport = 1\ndatabase = \"x\"\nsslmode = \"require\"\n")
        scene.commandLine.service = "prod"
        #expect(try scene.load().connection.parameters.values == ["service": "prod", "sslmode": "require"])
    }

    @Test(
        "with nothing named anywhere the settings say so, and a PG* variable is something",
        arguments: [
            "PGHOST", "PGSERVICE", "PGDATABASE", "PGUSER", "PGPORT", "PGHOSTADDR", "PGPASSWORD",
        ])
    func nothing(_ variable: String) throws {
        var scene = try SettingsScene()
        #expect(try scene.load().connection.isEmpty)
        scene.environment = [variable: "1"]
        #expect(try !scene.load().connection.isEmpty)
    }
}
