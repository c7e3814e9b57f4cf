import PostgresClient
import Settings
import Testing

@Suite("Passwords are never shown")
struct SecrecyTests {
    @Test("no description, warning or dump of the settings holds the password, wherever it came from")
    func dumps() throws {
        let secret = "s3cr3t-w0rd"
        var scenes = [
            try SettingsScene(dotEnv: "DB_HOST=a\nDB_PASSWORD=\(secret)\nDB_PASSWORD='\(secret)\n\(secret) \(secret)\n"),
            try SettingsScene(environment: ["DB_HOST": "a", "DB_PASSWORD": secret]),
            try SettingsScene(environment: ["PGPASSWORD": secret, "PGHOST": "a"]),
            try SettingsScene(config: "[connection]\npassword = \"\(secret)\"\n"),
            try SettingsScene(config: "[connection]\npassword = \(secret)\n"),
            try SettingsScene(config: "password = \(secret)\"\n"),
        ]
        for text in ["postgresql://u:\(secret)@a/b", "host=a password=\(secret) sslpassword=\(secret)"] {
            var scene = try SettingsScene()
            scene.commandLine.database = text
            scenes.append(scene)
        }
        for scene in scenes { #expect(try !scene.load().everythingPrinted.contains(secret)) }
    }

    @Test(
        "a malformed URI or key=value string is refused without its password",
        arguments: [
            "postgresql://u:s3cr3t@[::1", "postgresql://u:s3cr3t%zz@a/b", "password=s3cr3t s3cr3t", "password='s3cr3t",
            "password=x s3cr3t=y host=a",
        ])
    func malformedStrings(_ text: String) throws {
        var scene = try SettingsScene()
        scene.commandLine.database = text
        let message = try scene.failure()
        #expect(message.contains("malformed"))
        #expect(!message.contains("s3cr3t"))
    }

    @Test("a password on the command line brings a warning, and \\conninfo marks it")
    func visiblePassword() throws {
        var scene = try SettingsScene()
        scene.commandLine.database = "postgresql://lectura:s3cr3t@db.example.org/1245"
        let settings = try scene.load()
        #expect(settings.warnings.contains { $0.source == "command line" && $0.message.contains("password") })
        #expect(
            settings.connection.explanation.map { "\($0.name)=\($0.value)" } == [
                "host=db.example.org", "dbname=1245", "user=lectura", "password=****",
            ])
    }

    @Test(
        "a file with a password that others may read brings a warning with its mode; without one, or for the owner alone, none",
        arguments: [
            (0o644, "DB_PASSWORD=x", 1), (0o640, "DB_PASSWORD=x", 1), (0o600, "DB_PASSWORD=x", 0), (0o644, "DB_HOST=x", 0),
            (0o644, "DB_PASSWORD=", 0),
        ])
    func fileMode(_ mode: Int, _ text: String, _ count: Int) throws {
        let scene = try SettingsScene()
        try scene.folder.write("work/.env", text, mode: mode)
        let shown = "mode 0" + String(mode, radix: 8)
        #expect(try scene.load().warnings.filter { $0.message.contains(shown) }.count == count)
    }
}
