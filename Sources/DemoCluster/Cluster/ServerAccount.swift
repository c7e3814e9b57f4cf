#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The operating-system user that the server runs as. PostgreSQL refuses root, so root hands over to `postgres`, else `nobody`.
struct ServerAccount: Sendable {
    var userID: uid_t
    var groupID: gid_t
    /// The program and its first arguments that start another program as this user; empty where we are that user already.
    private var handover: [String]

    static func choose() throws -> ServerAccount {
        guard geteuid() == 0 else { return ServerAccount(userID: geteuid(), groupID: getegid(), handover: []) }
        for name in ["postgres", "nobody"] {
            guard let entry = getpwnam(name)?.pointee, entry.pw_uid != 0 else { continue }
            guard let handover = handover(to: name, entry.pw_uid, entry.pw_gid) else {
                throw DemoClusterError(
                    "PostgreSQL does not run as root, and none of setpriv, runuser, sudo is here to start it as \(name).",
                    hint: "Install one of them (apt install util-linux), or start pgdeck as an ordinary user.")
            }
            return ServerAccount(userID: entry.pw_uid, groupID: entry.pw_gid, handover: handover)
        }
        throw DemoClusterError(
            "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.",
            hint: "Start pgdeck as an ordinary user.")
    }

    /// setpriv first: it becomes the server, while runuser and sudo stay in between as its parents.
    private static func handover(to name: String, _ user: uid_t, _ group: gid_t) -> [String]? {
        let ways: [(program: String, arguments: [String])] = [
            ("setpriv", ["--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"]),
            ("runuser", ["-u", name, "--"]),
            ("sudo", ["-n", "-u", name, "--"]),
        ]
        for way in ways {
            for folder in ["/usr/bin", "/usr/sbin", "/bin", "/sbin"] where isExecutable("\(folder)/\(way.program)") {
                return ["\(folder)/\(way.program)"] + way.arguments
            }
        }
        return nil
    }

    /// `program arguments` as this user: what to start, and with which arguments.
    func command(_ program: String, _ arguments: [String]) -> (program: String, arguments: [String]) {
        guard let first = handover.first else { return (program, arguments) }
        return (first, Array(handover.dropFirst()) + [program] + arguments)
    }
}
