import Foundation
import Settings
import Testing

/// A working directory, a home folder and an environment, and the settings that come of them.
struct SettingsScene {
    let folder: TemporaryFolder
    var environment: [String: String] = [:]
    var commandLine = CommandLineSettings()

    /// - Parameters:
    ///   - dotEnv: the text of `.env` in the working directory; none without it.
    ///   - config: the text of config.toml.
    init(dotEnv: String? = nil, config: String? = nil, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try folder.write("work/below/.keep", "")
        if let dotEnv { try folder.write("work/.env", dotEnv) }
        if let config { try folder.write("home/.config/pgdeck/config.toml", config) }
        self.environment = environment
    }

    var workingDirectory: String { folder.path + "/work" }
    var envFile: String { workingDirectory + "/.env" }
    var configFile: String { folder.path + "/home/.config/pgdeck/config.toml" }

    func load(from directory: String? = nil) throws -> Settings {
        try Settings.load(
            commandLine, environment: environment, workingDirectory: directory ?? workingDirectory, home: folder.path + "/home")
    }

    /// The message of the error that loading ends with.
    func failure() throws -> String {
        let error = try #require(throws: SettingsError.self) { try load() }
        return error.description
    }
}

extension Settings {
    /// Everything that these settings could print anywhere.
    var everythingPrinted: String {
        var dumped = ""
        dump(self, to: &dumped)
        return [
            dumped, "\(self)", String(reflecting: self), warnings.map(\.description).joined(), connection.discarded.joined(),
            connection.explanation.map { "\($0)" }.joined(),
        ].joined(separator: "\n")
    }
}
