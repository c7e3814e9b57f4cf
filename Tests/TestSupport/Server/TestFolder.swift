import Foundation
import Synchronization

/// A temporary folder of one test, deleted with the object or when the process exits. The path is short enough for Unix sockets.
public final class TestFolder: Sendable {
    public let path: String

    /// Those that a static property holds see no deinit.
    private static let existing = Mutex<Set<String>>([])
    private static let removesAllAtExit: Void = {
        atexit {
            TestFolder.existing.withLock { for path in $0 { try? FileManager.default.removeItem(atPath: path) } }
        }
    }()

    public init() throws {
        var template = Array("/tmp/pgdeck-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let path = String(cString: made)
        self.path = path
        Self.removesAllAtExit
        Self.existing.withLock { _ = $0.insert(path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        Self.existing.withLock { _ = $0.remove(path) }
    }

    /// Writes a file in the folder, or in one below it, and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    /// The text of a file in the folder; nil where there is none.
    public func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }
}
