internal import EventLoop
internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A bare socket to one place: opened, spoken to for a moment, and closed. Every wait has its deadline.
actor SocketProbe {
    private let loop: EventLoop
    private let place: Candidate.Place
    private let port: String
    private var descriptor: Int32 = -1

    init(_ candidate: Candidate, on loop: EventLoop) {
        self.loop = loop
        place = candidate.place
        port = candidate.host.port
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    enum Reach: Sendable, Hashable {
        case open
        /// Nothing came back before the deadline.
        case silent
        case failed(errno: Int32)
    }

    enum Received: Sendable, Hashable {
        case bytes([UInt8])
        case closed
        case silent
        case failed(errno: Int32)
    }

    func connect(until deadline: ContinuousClock.Instant) async -> Reach {
        let code = start()
        switch code {
        case 0: return .open
        case EINPROGRESS: break
        default: return .failed(errno: code)
        }
        guard let readiness = try? await loop.ready(descriptor, Int16(POLLOUT), deadline: deadline), readiness != .deadline else {
            return .silent
        }
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length)
        return error == 0 ? .open : .failed(errno: error)
    }

    /// Sends a few bytes, which a new connection always has room for, and waits for the first that come back.
    func answer(to bytes: [UInt8], until deadline: ContinuousClock.Instant) async -> Received {
        #if canImport(Glibc)
            let sent = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        #else
            let sent = send(descriptor, bytes, bytes.count, 0)
        #endif
        guard sent == bytes.count else { return .failed(errno: errno) }
        return await receive(until: deadline)
    }

    func receive(until deadline: ContinuousClock.Instant) async -> Received {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            guard let readiness = try? await loop.ready(descriptor, Int16(POLLIN), deadline: deadline), readiness != .deadline else {
                return .silent
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 { return .bytes(Array(buffer[..<count])) }
            if count == 0 { return .closed }
            if errno != EAGAIN, errno != EINTR { return .failed(errno: errno) }
        }
    }

    func close() {
        guard descriptor >= 0 else { return }
        loop.withdraw(waitsFor: descriptor)
        closeDescriptor(descriptor)
        descriptor = -1
    }

    /// - Returns: 0, or an errno.
    private func start() -> Int32 {
        switch place {
        case .tcp(let address): startTCP(address)
        case .socket(let folder): startUnix("\(folder)/.s.PGSQL.\(port)")
        }
    }

    private func startTCP(_ address: String) -> Int32 {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        hints.ai_socktype = Self.stream
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address, port, &hints, &list) == 0, let found = list else { return EINVAL }
        defer { freeaddrinfo(list) }
        return start(found.pointee.ai_family, found.pointee.ai_addr, found.pointee.ai_addrlen)
    }

    private func startUnix(_ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return ENAMETOOLONG }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        var length = MemoryLayout<sockaddr_un>.size
        if path.hasPrefix("@") {
            // Linux's abstract sockets: a NUL in front, and exactly as long as the name.
            withUnsafeMutableBytes(of: &address.sun_path) { $0[0] = 0 }
            length = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + bytes.count
        }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { start(AF_UNIX, $0, socklen_t(length)) }
        }
    }

    private func start(_ family: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
        descriptor = socket(family, Self.stream, 0)
        guard descriptor >= 0 else { return errno }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return connectSocket(descriptor, address, length) == 0 ? 0 : errno
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif
}

/// connect(2) and close(2), which the type's own methods hide.
private func connectSocket(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
