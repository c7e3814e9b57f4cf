/// Where the .env file is: find_dotenv(usecwd=True).
enum DotEnvSearch {
    /// The first `.env` from the directory upward that is a file or a pipe; a directory of that name is passed by.
    static func path(from directory: String) -> String? {
        guard directory.hasPrefix("/") else { return nil }
        var names = directory.split(separator: "/")
        while true {
            let candidate = "/" + (names + [".env"]).joined(separator: "/")
            if SettingsFile.isFileOrPipe(candidate) { return candidate }
            guard names.popLast() != nil else { return nil }
        }
    }
}
