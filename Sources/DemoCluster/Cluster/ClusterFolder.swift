#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The temporary folder of one throw-away server: `owner` (the marker), `data`, `socket`, `log`.
///
/// The outer folder and the marker belong to the process that made them, `data`, `socket` and `log` to the server's user. Other users can
/// neither read the marker's neighbours nor reach the socket, which lets anybody in who can open it.
struct ClusterFolder: Sendable {
    static let prefix = "pgdeck-cluster-"

    let path: String
    var data: String { "\(path)/data" }
    var socket: String { "\(path)/socket" }
    var log: String { "\(path)/log" }
    private var marker: String { "\(path)/owner" }

    init(path: String) { self.path = path }

    /// Makes the folder and its marker below the temporary folder.
    static func create(for account: ServerAccount) throws -> ClusterFolder {
        guard let owner = ProcessIdentity(running: getpid()) else { throw DemoClusterError("could not learn when this process started") }
        var template = Array("\(temporaryFolder())/\(prefix)XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw DemoClusterError(
                "could not make a folder in \(temporaryFolder()): \(String(cString: strerror(errno)))",
                hint: "Set TMPDIR to a folder that may be written to.")
        }
        let folder = ClusterFolder(path: String(cString: made))
        do {
            try writeText("\(owner.processID) \(owner.started)\n", to: folder.marker, mode: 0o600)
            let shared = account.userID != geteuid()
            if shared { chmod(folder.path, 0o711) }
            for place in [folder.data, folder.socket] {
                guard mkdir(place, 0o700) == 0, !shared || chown(place, account.userID, account.groupID) == 0 else {
                    throw DemoClusterError("could not make \(place): \(String(cString: strerror(errno)))")
                }
            }
        } catch {
            folder.remove()
            throw error
        }
        return folder
    }

    /// The process that made the folder, as its marker tells; nil without a marker of ours.
    var owner: ProcessIdentity? {
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR, info.st_uid == geteuid(), let text = readText(marker) else {
            return nil
        }
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let processID = pid_t(words[0]) else { return nil }
        return ProcessIdentity(processID: processID, started: String(words[1].prefix { $0 != "\n" }))
    }

    /// The server that runs on this folder: the number in its postmaster.pid, where that process was really started for this folder.
    var postmaster: pid_t? {
        guard let first = readText("\(data)/postmaster.pid")?.split(separator: "\n").first, let processID = pid_t(first), processID > 1,
            let command = ProcessIdentity.commandLine(of: processID), command.contains(data)
        else { return nil }
        return processID
    }

    func remove() { removeTree(path) }

    /// TMPDIR where a socket path below it stays inside the 103 bytes that macOS allows (Linux: 107), else /tmp.
    static func temporaryFolder() -> String {
        let wanted = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let folder = wanted.count > 1 && wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted
        let longest = "\(folder)/\(prefix)XXXXXX/socket/.s.PGSQL.65535.lock"
        return folder.hasPrefix("/") && longest.utf8.count <= 103 ? folder : "/tmp"
    }
}
