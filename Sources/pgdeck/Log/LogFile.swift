internal import EventLoop

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that lines are appended to, by a thread of its own: nobody who has something to say waits for a disk.
struct LogFile: Sendable {
    struct Failure: Error, CustomStringConvertible, UsageFailure {
        let description: String
    }

    private let file: Int32
    private let writer: EventLoop
    private let written: Mailbox<Void>

    /// Opens the file, or makes it, readable by its owner alone.
    init(_ path: String) throws(Failure) {
        file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard file >= 0 else { throw Failure(description: "cannot write \(path): \(String(cString: strerror(errno)))") }
        do {
            writer = try EventLoop()
            written = try Mailbox()
        } catch {
            throw Failure(description: "\(error)")
        }
        writer.start()
    }

    /// - Parameter line: without a newline.
    func append(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        Task(executorPreference: LoopTaskExecutor(writer)) { [file] in
            // In one piece, so that another writer's lines stay whole. What the disk does not take is lost.
            bytes.withUnsafeBytes { _ = systemWrite(file, $0) }
        }
    }

    /// Gives what was appended the time to be written that nobody notices.
    func finish() {
        Task(executorPreference: LoopTaskExecutor(writer)) { [written] in written.post(()) }
        waitUntilReadable([written.fileDescriptor], milliseconds: 50)
    }
}

/// write(2), for where a type's own name hides it.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { write(file, bytes.baseAddress, bytes.count) }
