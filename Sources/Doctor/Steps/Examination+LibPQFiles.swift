internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Examination {
    /// The files that libpq reads by itself: services and passwords.
    func libPQFileSteps(_ way: Way) -> [Step] {
        var seen: [String] = []
        if let service = way.effective["service"] {
            let files = ServiceFiles(doctor.environment).existing
            seen.append("service \(service) of \(files.isEmpty ? "the system's pg_service.conf" : files.joined(separator: ", "))")
        } else {
            seen.append("no service asked for")
        }
        let setting = way.effective["passfile"]
        guard let path = PasswordFile.path(setting) else { return [Step(.libPQFiles, .ok, seen)] }
        var status = stat()
        guard stat(path, &status) == 0 else { return [Step(.libPQFiles, .ok, seen + ["no password file (\(path))"])] }
        let mode = "0" + String(UInt32(status.st_mode) & 0o7777, radix: 8)
        guard PasswordFile.isIgnored(setting) else {
            return [Step(.libPQFiles, .ok, seen + ["password file \(path), mode \(mode)"])]
        }
        return [
            Step(.libPQFiles, .ok, seen),
            Step(
                .libPQFiles, .warning, ["\(path) does not count: others may read it (mode \(mode)), or it is no plain file"],
                try: "chmod 600 \(path)"),
        ]
    }
}
