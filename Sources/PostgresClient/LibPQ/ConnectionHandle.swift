import CLibPQ
import EventLoop

/// The one owner of a PGconn: it is used on the loop's thread only (anything else traps), and finished once.
///
/// Unchecked, because the compiler cannot see that the loop's thread is the lock; ``pointer`` checks it at run time.
final class ConnectionHandle: @unchecked Sendable {
    let loop: EventLoop
    let notices = NoticeBox()
    private var connection: OpaquePointer?

    init(_ connection: OpaquePointer, on loop: EventLoop) {
        self.connection = connection
        self.loop = loop
        PQsetNoticeReceiver(connection, { NoticeBox.receive($0, $1) }, Unmanaged.passUnretained(notices).toOpaque())
    }

    deinit {
        end()
    }

    var isOpen: Bool { connection != nil }

    /// For handing to libpq; not to be kept across a suspension.
    var pointer: OpaquePointer {
        precondition(loop.isCurrent, "a PGconn is used on its loop's thread only")
        guard let connection else { preconditionFailure("a finished PGconn was used") }
        return connection
    }

    /// Changes while connecting: read it anew for each wait.
    var socket: Int32 { PQsocket(pointer) }

    /// libpq's own words about its last failure, over several lines and with libpq's prefixes.
    var failureText: String { String(cString: PQerrorMessage(pointer)) }

    func finish() {
        precondition(loop.isCurrent, "a PGconn is finished on its loop's thread")
        end()
    }

    /// The waits for the socket are ended first: its number may belong to another file a moment later.
    private func end() {
        guard let connection else { return }
        self.connection = nil
        let socket = PQsocket(connection)
        if socket >= 0 { loop.withdraw(waitsFor: socket) }
        PQfinish(connection)
    }
}
