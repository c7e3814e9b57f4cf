import Foundation

/// A TCP client that sends bytes as they are and reads what comes back; for HTTP as nobody's library would send it.
public final class RawClient {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
        public init(description: String) { self.description = description }
    }

    /// An HTTP response, its header names in lower case.
    public struct Response: Sendable {
        public var status: Int
        public var headers: [String: String]
        public var body: String
        public var text: String
    }

    private let socket: Int32
    private var buffer: [UInt8] = []
    public private(set) var isAtEnd = false
    /// Lives as long as the client: the server, where a test has no other hold on it.
    public var companion: AnyObject?

    /// - Throws: where nobody listens on that port of 127.0.0.1.
    public init(port: Int) throws {
        guard let socket = dial(.tcp(host: "127.0.0.1", port: UInt16(port))) else {
            throw Failure(description: "nobody listens on \(port)")
        }
        self.socket = socket
    }

    deinit { close(socket) }

    /// Sends as much as the other side takes within the time.
    /// - Returns: how many bytes that was.
    @discardableResult
    public func send(_ text: String, seconds: Double = 20) -> Int {
        let bytes = Array(text.utf8)
        var sent = 0
        let end = ContinuousClock.now + .seconds(seconds)
        while sent < bytes.count, ContinuousClock.now < end {
            let count = sendQuietly(socket, bytes[sent...])
            if count > 0 {
                sent += count
            } else if count < 0, errno == EAGAIN {
                var slot = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
                poll(&slot, 1, 50)
            } else {
                break
            }
        }
        return sent
    }

    /// Says that nothing more will be sent.
    public func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    public func get(_ path: String, headers: [String] = []) {
        send((["GET \(path) HTTP/1.1", "Host: localhost"] + headers).joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// The next response.
    /// - Parameter isHead: whether it answers HEAD, so that no body follows.
    public func response(isHead: Bool = false, seconds: Double = 20) throws -> Response {
        let separator = Array("\r\n\r\n".utf8)
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            if let head = buffer.firstRange(of: separator) {
                let lines = String(decoding: buffer[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                var headers: [String: String] = [:]
                for line in lines.dropFirst() {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    headers[parts[0].lowercased()] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
                }
                let length = isHead ? 0 : Int(headers["content-length"] ?? "0") ?? 0
                if buffer.count >= head.upperBound + length {
                    let whole = buffer.prefix(head.upperBound + length)
                    buffer.removeFirst(whole.count)
                    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
                    return Response(
                        status: status ?? 0, headers: headers, body: String(decoding: whole.dropFirst(head.upperBound), as: UTF8.self),
                        text: String(decoding: whole, as: UTF8.self))
                }
            }
            guard try receive(until: end) else {
                throw Failure(description: "no response; so far: \(String(decoding: buffer, as: UTF8.self))")
            }
        }
    }

    /// What comes until the other side closes.
    public func readToEnd(seconds: Double = 20) throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        while !isAtEnd {
            guard try receive(until: end) || isAtEnd else { throw Failure(description: "not closed within \(seconds) s") }
        }
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
    }

    /// - Returns: false at the end, or when the time is over.
    private func receive(until end: ContinuousClock.Instant) throws -> Bool {
        while !isAtEnd, ContinuousClock.now < end {
            var bytes = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &bytes, bytes.count, 0)
            if count > 0 {
                buffer += bytes[..<count]
                return true
            }
            if count == 0 || ![EAGAIN, EINTR].contains(errno) {
                isAtEnd = true
                return false
            }
            var slot = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            poll(&slot, 1, 50)
        }
        return false
    }
}
