import Foundation
import PostgresClient
import Settings
import Terminal
import Testing

@Suite("config.toml")
struct ConfigFileTests {
    @Test("theme, refresh, glyphs, mouse and the connection are taken from it")
    func entries() throws {
        let text = """
            theme = "light"
            refresh = 0.5
            glyphs = "ascii"
            mouse = false
            [connection]
            host = "db.example.org"
            port = 2345
            user = "lectura"
            database = "1245"
            sslmode = "verify-full"
            """
        let scene = try SettingsScene(config: text)
        let settings = try scene.load()
        #expect(settings.warnings.isEmpty)
        #expect(settings.interface.theme.name == "light")
        #expect(settings.interface.refresh == .milliseconds(500))
        #expect(settings.interface.glyphs == .ascii)
        #expect(!settings.interface.mouse)
        let expected = ["host": "db.example.org", "port": "2345", "user": "lectura", "dbname": "1245", "sslmode": "verify-full"]
        #expect(settings.connection.parameters.values == expected)
        #expect(settings.connection.origins["dbname"] == .configFile(path: scene.configFile, line: 9))
    }

    @Test("without it the theme is dark, the refresh 2 s, the glyphs automatic and the mouse on")
    func defaults() throws {
        let settings = try SettingsScene().load()
        #expect(settings.interface.theme.name == "dark")
        #expect(settings.interface.refresh == .seconds(2))
        #expect(settings.interface.glyphs == .automatic)
        #expect(settings.interface.mouse)
        #expect(settings.warnings.isEmpty)
    }

    @Test("the command line's theme and refresh come first")
    func commandLine() throws {
        var scene = try SettingsScene(config: "theme = \"dark\"\nrefresh = 5\n")
        scene.commandLine.theme = "light"
        scene.commandLine.refresh = .seconds(1)
        let interface = try scene.load().interface
        #expect(interface.theme.name == "light" && interface.refresh == .seconds(1))
    }

    /// A text with one thing wrong in it, and the line and column where that stands.
    static let mistakes: [(text: String, line: Int, column: Int)] = [
        ("mouse = false\ncolour = 1\n", 2, 1), ("mouse = false\n\n  refresh = 0.1\n", 3, 3), ("mouse = false\nrefresh = \"2s\"\n", 2, 1),
        ("refresh = 3601\nmouse = false\n", 1, 1), ("refresh = nan\nmouse = false", 1, 1), ("mouse = false\nglyphs = \"runes\"\n", 2, 1),
        ("mouse = false\ntheme = 1\n", 2, 1), ("mouse = false\n[connection]\nport = 99999\n", 3, 1),
        ("mouse = false\nconnection.port = \"x\"\n", 2, 1), ("mouse = false\n[connection]\n\tsslmode = \"yes\"\n", 3, 2),
        ("mouse = false\n[connection]\nhost = 5\n", 3, 1), ("mouse = false\n[connection]\n'hostaddr' = \"x\"\n", 3, 1),
        ("mouse = false\nconnection = 1\n", 2, 1), ("mouse = false\n[[connection]]\nhost = \"a\"\n", 2, 1),
        ("mouse = false\n[colours]\nred = 1\n", 2, 1), ("mouse = false\nconnection = { hots = \"a\" }\n", 2, 1),
        ("mouse = false\n[connection]\npassword = \"geheim\"\n", 3, 1),
    ]

    @Test("an entry that does not fit is one warning with its line and column, and the rest counts", arguments: mistakes)
    func mistake(_ mistake: (text: String, line: Int, column: Int)) throws {
        for ending in ["\n", "\r\n"] {
            let scene = try SettingsScene(
                config: mistake.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
            let settings = try scene.load()
            #expect(settings.warnings.count == 1, "\(settings.warnings)")
            #expect(settings.warnings.first?.source == scene.configFile)
            #expect(settings.warnings.first?.line == mistake.line)
            #expect(settings.warnings.first?.column == mistake.column)
            #expect(!settings.interface.mouse)
        }
    }

    @Test(
        "what is not TOML is named by line and column, and the rest counts",
        arguments: [
            ("theme = light\nmouse = false\n", 1), ("mouse = false\ntheme \"light\"\n", 2),
            ("mouse = false\ntheme = \"light\nglyphs = \"ascii\"\n", 2),
            ("mouse = false\nmouse = true\n", 2), ("mouse = false\n\0\n", 2), ("mouse = false\n[connection\nhost = \"a\"\n", 2),
            ("mouse = false\n= 1", 2),
        ])
    func notTOML(_ text: String, _ line: Int) throws {
        let settings = try SettingsScene(config: text).load()
        #expect(settings.warnings.map(\.line) == [line], "\(settings.warnings)")
        #expect(settings.warnings.first?.column != nil)
        #expect(!settings.interface.mouse)
        #expect(settings.connection.parameters.host == nil)
    }

    @Test("a file whose end cannot be found is left out with a warning")
    func unterminated() throws {
        let settings = try SettingsScene(config: "theme = '''\nmouse = false\n").load()
        #expect(!settings.warnings.isEmpty)
    }

    @Test("a password in it is refused with a pointer to ~/.pgpass and without the password")
    func password() throws {
        for config in ["[connection]\npassword = \"geheim\"\n", "password = \"geheim\"\n", "[connection]\npassword = geheim\n"] {
            let settings = try SettingsScene(config: config).load()
            #expect(settings.connection.parameters.password == nil)
            #expect(!settings.warnings.isEmpty)
            #expect(!settings.everythingPrinted.contains("geheim"))
        }
        let warnings = try SettingsScene(config: "[connection]\npassword = \"geheim\"\n").load().warnings
        #expect(warnings.first?.advice?.contains("~/.pgpass") == true)
    }

    @Test("a folder in its place is a warning")
    func directory() throws {
        let scene = try SettingsScene()
        try scene.folder.write("home/.config/pgdeck/config.toml/file", "")
        #expect(try scene.load().warnings.map(\.message) == ["cannot be read: it is a directory"])
    }

    @Test("XDG_CONFIG_HOME says where it is, unless it is relative")
    func folder() throws {
        var scene = try SettingsScene(config: "mouse = false\n")
        try scene.folder.write("xdg/pgdeck/config.toml", "glyphs = \"ascii\"\n")
        scene.environment["XDG_CONFIG_HOME"] = scene.folder.path + "/xdg"
        #expect(try scene.load().interface.glyphs == .ascii)
        #expect(try scene.load().interface.mouse)
        scene.environment["XDG_CONFIG_HOME"] = "xdg"
        #expect(try !scene.load().interface.mouse)
    }

    @Test("no colours are drawn under NO_COLOR, unless a theme is named")
    func noColor() throws {
        var scene = try SettingsScene(environment: ["NO_COLOR": "1"])
        #expect(try scene.load().interface.theme == .monochrome)
        scene.commandLine.theme = "light"
        #expect(try scene.load().interface.theme.name == "light")
        #expect(try SettingsScene(environment: ["NO_COLOR": ""]).load().interface.theme.name == "dark")
    }

    @Test("where to serve and the token are taken from [serve]; the environment's token wins, and neither is ever printed")
    func serve() throws {
        let scene = try SettingsScene(config: "refresh = 5\n[serve]\nlisten = \"[::1]:9187\"\ntoken = \"of-the-file\"\n")
        func load(_ environment: [String: String] = [:]) -> ServeSettings {
            ServeSettings.load(CommandLineSettings(), environment: environment, home: scene.folder.path + "/home")
        }
        #expect(load().listen == "[::1]:9187")
        #expect(load().refresh == .seconds(5))
        #expect(load().token?.reveal() == "of-the-file")
        #expect(load(["PGDECK_TOKEN": "of-the-environment"]).token?.reveal() == "of-the-environment")
        #expect(load(["PGDECK_TOKEN": ""]).token?.reveal() == "of-the-file")
        #expect(!"\(load())".contains("of-the-file"))
        #expect(try !scene.load().everythingPrinted.contains("of-the-file"))
    }

    @Test("a token in a file that others may read is warned of, and one that is no TOML is not quoted")
    func tokenRights() throws {
        let scene = try SettingsScene(config: "[serve]\ntoken = \"of-the-file\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scene.configFile)
        #expect(try scene.load().warnings.map(\.description).contains { $0.contains("others than its owner") && $0.contains("0644") })
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scene.configFile)
        #expect(try scene.load().warnings.isEmpty)
        let broken = try SettingsScene(config: "[serve]\ntoken = of-the-file\n")
        #expect(try !broken.load().warnings.isEmpty)
        #expect(try !broken.load().everythingPrinted.contains("of-the-file"))
    }
}
