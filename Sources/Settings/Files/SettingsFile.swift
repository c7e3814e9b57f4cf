#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The bytes of a small file and who may read it.
struct SettingsFile {
    let bytes: [UInt8]
    /// The permission bits; nil for a pipe, whose bits say nothing about where the text lies.
    let mode: UInt32?
    let owner: UInt32

    enum Failure: Error, Equatable {
        case missing
        /// Why it could not be read, in the system's words.
        case unreadable(String)
    }

    /// Far more than any settings take, and little enough to be read and parsed before the first frame.
    static let largestSize = 1 << 20

    /// Reads a regular file or a named pipe (`--env-file <(…)`, password managers); a pipe nobody writes to is given up after the
    /// patience, in milliseconds.
    static func read(_ path: String, patience: Int32 = 2000) throws(Failure) -> SettingsFile {
        // Without O_NONBLOCK the open itself would wait for a pipe's writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(lastError()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(lastError()) }
        let isPipe = status.st_mode & S_IFMT == S_IFIFO
        guard isPipe || status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(status.st_mode & S_IFMT == S_IFDIR ? "it is a directory" : "it is neither a file nor a pipe")
        }
        return SettingsFile(
            bytes: try readAll(descriptor, isPipe: isPipe, patience: patience),
            mode: isPipe ? nil : UInt32(status.st_mode) & 0o7777, owner: status.st_uid)
    }

    /// True for what python-dotenv's search takes: a regular file or a named pipe, links followed.
    static func isFileOrPipe(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT)
    }

    /// The names in a folder, none where it cannot be listed.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }

    private static func readAll(_ descriptor: Int32, isPipe: Bool, patience: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if isPipe {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, patience) != 0 else { throw .unreadable("it is a pipe and nobody writes to it") }
            }
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                throw .unreadable(lastError())
            }
            bytes += buffer[..<count]
            guard bytes.count <= largestSize else { throw .unreadable("it is larger than \(largestSize) bytes") }
        }
    }

    private static func lastError() -> String { String(cString: strerror(errno)) }
}

/// read(2), which the type's own `read` hides.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int { read(descriptor, &buffer, count) }
