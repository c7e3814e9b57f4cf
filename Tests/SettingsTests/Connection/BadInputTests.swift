import Foundation
import PostgresClient
import Settings
import Testing

@Suite("Bad settings are named with their place")
struct BadInputTests {
    @Test(
        "a bad port or sslmode is refused with file and line",
        arguments: [
            "DB_PORT=54x2", "DB_PORT=0", "DB_PORT=65536", "DB_PORT=-1", "DB_PORT=' 5432'", "DB_PORT=٣", "DB_SSLMODE=yes",
        ])
    func badValues(_ line: String) throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=a\n\(line)\n")
        let name = String(line.prefix { $0 != "=" })
        #expect(try scene.failure().hasPrefix("\(scene.envFile):2: \(name) "))
        let environment = [name: String(line.drop { $0 != "=" }.dropFirst())]
        #expect(try SettingsScene(environment: environment).failure().hasPrefix("environment: \(name) "))
    }

    @Test("a bad value that is not in force is no error")
    func overridden() throws {
        var scene = try SettingsScene(dotEnv: "DB_PORT=nonsense\n", environment: ["DB_PORT": "2345"])
        #expect(try scene.load().connection.parameters.port == "2345")
        scene.environment = [:]
        scene.commandLine.host = "a"
        #expect(try scene.load().connection.parameters.port == nil)
    }

    @Test("one port for each of several hosts is a port")
    func severalPorts() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=a,b,c\nDB_PORT=5432,,5433\n")
        #expect(try scene.load().connection.parameters.port == "5432,,5433")
    }

    @Test("a bad port or refresh interval of the command line is refused")
    func commandLine() throws {
        var scene = try SettingsScene()
        scene.commandLine.port = "http"
        #expect(try scene.failure().contains("port"))
        scene.commandLine.port = nil
        for refresh in [Duration.milliseconds(499), .seconds(3601), .zero] {
            scene.commandLine.refresh = refresh
            #expect(try scene.failure().contains("--refresh"))
        }
    }

    @Test("a named .env file that is missing, a directory or too large is refused")
    func namedFiles() throws {
        var scene = try SettingsScene()
        scene.commandLine.envFile = "missing.env"
        #expect(try scene.failure().contains("missing.env: there is no such file"))
        scene.commandLine.envFile = "below"
        #expect(try scene.failure().contains("it is a directory"))
        try scene.folder.write("work/large.env", String(repeating: "# nothing\n", count: 110_000))
        scene.commandLine.envFile = "large.env"
        #expect(try scene.failure().contains("larger than"))
        scene.commandLine.envFile = "/dev/null"
        #expect(try scene.failure().contains("neither a file nor a pipe"))
    }

    @Test("a found .env file that is too large is left out with a warning")
    func foundFile() throws {
        let settings = try SettingsScene(dotEnv: String(repeating: "DB_HOST=a\n", count: 110_000)).load()
        #expect(settings.warnings.map(\.message).contains { $0.contains("larger than") })
        #expect(settings.connection.parameters.host == nil)
    }

    @Test("a malformed line is a warning by its number and the rest counts")
    func malformedLine() throws {
        let scene = try SettingsScene(dotEnv: "DB_HOST=a\nthis is nonsense\nDB_NAME=b\n")
        let settings = try scene.load()
        #expect(settings.warnings.map(\.line) == [2])
        #expect(settings.connection.parameters.values == ["host": "a", "dbname": "b"])
    }

    @Test("a file in UTF-16 is named as such")
    func utf16() throws {
        let scene = try SettingsScene()
        try scene.folder.write("work/.env", bytes: [0xFF, 0xFE] + Array("D\0B\0_\0H\0O\0S\0T\0=\0a\0\n\0".utf8))
        #expect(try scene.load().warnings.map(\.message) == ["is written in UTF-16"])
    }

    @Test("a NUL in a value in force is refused")
    func nul() throws {
        #expect(try SettingsScene(dotEnv: "DB_HOST=\"a\0b\"\n").failure().contains("NUL"))
    }

    @Test("a pipe is read like a file")
    func pipe() throws {
        var scene = try SettingsScene()
        let path = scene.folder.path + "/pipe"
        try #require(mkfifo(path, 0o600) == 0)
        let writer = Thread {
            // Opening waits for the reader.
            if let file = FileHandle(forWritingAtPath: path) {
                file.write(Data("DB_HOST=piped.example.org\n".utf8))
                try? file.close()
            }
        }
        writer.start()
        scene.commandLine.envFile = path
        #expect(try scene.load().connection.parameters.host == "piped.example.org")
    }

    @Test("PYTHON_DOTENV_DISABLED leaves the file unread, as in python-dotenv, and says so")
    func disabled() throws {
        let settings = try SettingsScene(dotEnv: "DB_HOST=a\n", environment: ["PYTHON_DOTENV_DISABLED": "True"]).load()
        #expect(settings.connection.parameters.host == nil)
        #expect(settings.warnings.map(\.source) == ["environment"])
    }
}
