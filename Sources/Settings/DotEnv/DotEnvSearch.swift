/// Where the .env file is: find_dotenv(usecwd=True).
enum DotEnvSearch {
    /// The first `.env` from the directory upward that is a file or a pipe; a directory of that name is passed by.
    static func path(from directory: String) -> String? {
        guard directory.hasPrefix("/") else { return nil }
        // Cut off the text, since a list of names that is joined again makes its types anew at each start.
        var folder = directory.utf8[...]
        while true {
            while folder.last == UInt8(ascii: "/") { folder.removeLast() }
            let candidate = String(Substring(folder)) + "/.env"
            if SettingsFile.isFileOrPipe(candidate) { return candidate }
            guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder = folder[..<slash]
        }
    }
}
