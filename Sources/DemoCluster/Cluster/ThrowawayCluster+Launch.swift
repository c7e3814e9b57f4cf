#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ThrowawayCluster {
    /// What the server has written to its log so far.
    public var serverLog: String { readText(folder.log) ?? "" }

    func initialize() throws {
        let command = account.command(
            programs.path("initdb"),
            [
                "--pgdata=\(folder.data)", "--username=\(Self.superuser)", "--auth=trust", "--no-sync", "--encoding=\(options.encoding)",
                "--locale=\(options.locale)",
            ])
        let outcome = try ChildProcess.run(command.program, command.arguments)
        guard outcome.exit == .status(0) else {
            throw DemoClusterError(
                "initdb failed: \(outcome.error.trimmed)",
                hint: "Every user needs to be able to run the programs in \(programs.folder).")
        }
        try append(configuration, to: "\(folder.data)/postgresql.conf")
        try replace("\(folder.data)/pg_hba.conf", with: hostBasedAuthentication)
    }

    /// Starts the postmaster and waits until it takes connections.
    func launch(port: UInt16) throws -> ChildProcess {
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let log = open(folder.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer {
            close(null)
            close(log)
        }
        let before = serverLog.utf8.count
        let command = account.command(programs.path("postgres"), ["-D", folder.data, "-p", "\(port)"])
        // A killed postmaster's last backends may hold its shared memory for a moment longer: then once more.
        for _ in 1...20 {
            let child = try ChildProcess(command.program, command.arguments, input: null, output: log, error: log)
            if awaitReady(child) { return child }
            let said = String(decoding: Array(serverLog.utf8.dropFirst(before)), as: UTF8.self)
            guard said.contains("pre-existing shared memory block") else {
                throw DemoClusterError("PostgreSQL did not start: \(said.trimmed)")
            }
            usleep(100_000)
        }
        throw DemoClusterError("PostgreSQL did not start: processes of the killed server still run")
    }

    /// True when postmaster.pid says `ready` or, of a hot standby, `standby` (its 8th line, as pg_ctl reads it); false when the child has
    /// ended. Waits up to 60 s (recovery).
    private func awaitReady(_ child: ChildProcess) -> Bool {
        for _ in 0..<6000 {
            guard child.exitIfEnded() == nil else { return false }
            let lines = (readText("\(folder.data)/postmaster.pid") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            // Directly after a crash the file may still be the old server's.
            if lines.count > 7, lines[7].hasPrefix("ready") || lines[7].hasPrefix("standby"), folder.postmaster != nil { return true }
            usleep(10_000)
        }
        child.end()
        return false
    }

    private var configuration: [String] {
        [
            "listen_addresses = '\(options.listenAddresses)'", "unix_socket_directories = '\(folder.socket)'",
            "unix_socket_permissions = 0700", "password_encryption = 'scram-sha-256'", "fsync = off", "synchronous_commit = off",
            "full_page_writes = off", "jit = off", "shared_buffers = '64MB'", "logging_collector = off",
        ] + options.configuration
    }

    private var hostBasedAuthentication: [String] {
        ["local all \(Self.superuser) trust"] + options.hostBasedAuthentication
            + ["local all all \(options.socketMethod)", "local replication all \(options.socketMethod)"]
            + ["127.0.0.1/32", "::1/128"].flatMap { address in
                ["host all all \(address) \(options.loopbackMethod)", "host replication all \(address) \(options.loopbackMethod)"]
            }
    }

    private func append(_ lines: [String], to path: String) throws {
        try write(lines, to: path, flags: O_APPEND)
    }

    private func replace(_ path: String, with lines: [String]) throws {
        try write(lines, to: path, flags: O_TRUNC)
    }

    /// initdb has made the file, as the server's user: it stays theirs.
    private func write(_ lines: [String], to path: String, flags: Int32) throws {
        let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, writeAll("\n" + lines.joined(separator: "\n") + "\n", to: file) else {
            throw DemoClusterError("could not write \(path): \(String(cString: strerror(errno)))")
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let front = drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }
}
