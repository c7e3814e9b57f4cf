#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// PQcancel writes without MSG_NOSIGNAL: to a server that has just gone it would end the program.
enum ProcessSignals {
    static func ignoreBrokenPipes() { _ = once }

    private static let once: Void = {
        _ = signal(SIGPIPE, SIG_IGN)
    }()
}
