#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The whole of a small file as text, or nil where it cannot be read.
func readText(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
        let count = read(file, &buffer, buffer.count)
        if count < 0 { return nil }
        if count == 0 { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
    }
}

/// Writes a file anew with these permissions, whatever the umask; a link or file already there is an error.
func writeText(_ text: String, to path: String, mode: mode_t) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw DemoClusterError("could not write \(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    fchmod(file, mode)
    guard writeAll(text, to: file) else { throw DemoClusterError("could not write \(path): \(String(cString: strerror(errno)))") }
}

/// A temporary file without a name, open for reading from its beginning; gone when the last descriptor closes.
func unnamedFile(holding text: String) throws -> Int32 {
    var name = Array("\(ClusterFolder.temporaryFolder())/pgdeck-input-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw DemoClusterError("could not make a temporary file: \(String(cString: strerror(errno)))") }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(name)
    guard writeAll(text, to: file), lseek(file, 0, SEEK_SET) == 0 else {
        close(file)
        throw DemoClusterError("could not write a temporary file: \(String(cString: strerror(errno)))")
    }
    return file
}

/// Writes all of `text` to an open file; false where the disk does not take it.
func writeAll(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var done = 0
        while done < bytes.count {
            let count = write(file, bytes.baseAddress! + done, bytes.count - done)
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}

/// Whether this user may run the program at `path`.
func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
