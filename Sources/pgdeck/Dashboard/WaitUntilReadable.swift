#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Sleeps until one of the descriptors can be read, or so many milliseconds have passed.
func waitUntilReadable(_ descriptors: [Int32], milliseconds: Int32) {
    var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&requests, nfds_t(requests.count), milliseconds)
}
