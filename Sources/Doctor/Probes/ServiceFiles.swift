#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where libpq looks for services: the user's file, then the system's. Which one counts is libpq's to decide; here it is only told what is there.
struct ServiceFiles {
    /// PGSERVICEFILE, or ~/.pg_service.conf.
    let usersPath: String
    /// In PGSYSCONFDIR; nil where that is not set, since libpq's own folder was compiled in.
    let systemPath: String?

    init(_ environment: [String: String]) {
        usersPath = environment["PGSERVICEFILE"] ?? "\(environment["HOME"] ?? "~")/.pg_service.conf"
        systemPath = environment["PGSYSCONFDIR"].map { "\($0)/pg_service.conf" }
    }

    var existing: [String] { [usersPath, systemPath].compactMap(\.self).filter { access($0, F_OK) == 0 } }

    /// The names of the sections, at most twenty.
    var services: [String] {
        Array(existing.flatMap(Self.sections).prefix(20))
    }

    private static func sections(of path: String) -> [String] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var names: [String] = []
        var buffer = [CChar](repeating: 0, count: 1024)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { continue }
            names.append(String(line[line.index(after: line.startIndex)..<end]))
        }
        return names
    }
}
