internal import Dashboard
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The file that keeps the command line's history between two sessions: `$XDG_STATE_HOME/pgdeck/history`, else
/// `~/.local/state/pgdeck/history`. Read before the first frame, written after the last. Nobody else may read it.
///
/// A history that cannot be read or kept is no reason to bother anybody: it is left out.
struct HistoryFile {
    private let path: String

    /// nil where the environment names no folder for it.
    init?(environment: [String: String] = processEnvironment()) {
        // A relative folder does not count, as the XDG base directory specification has it.
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
            path = folder + "/pgdeck/history"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = home + "/.local/state/pgdeck/history"
        } else {
            return nil
        }
    }

    /// Oldest first.
    var lines: [String] {
        // A pipe would keep the first frame waiting, and far more than a history keeps it too.
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int, size < 1 << 20,
            let bytes = FileManager.default.contents(atPath: path)
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Adds what was run in this session to what the file holds by now.
    func write(_ history: CommandHistory) {
        guard history.added > 0 else { return }
        let text = history.merged(with: lines).map { $0 + "\n" }.joined()
        let folder = String(path[..<path.lastIndex(of: "/")!])
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Whole or not at all, and never with the rights of a file that stands there.
        let draft = "\(path).\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemWrite(file, $0) }
            guard count > 0 else { break }
            bytes.removeFirst(count)
        }
        close(file)
        if bytes.isEmpty, rename(draft, path) == 0 { return }
        unlink(draft)
    }
}

/// write(2), which the type's own `write` hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { write(file, bytes.baseAddress, bytes.count) }
