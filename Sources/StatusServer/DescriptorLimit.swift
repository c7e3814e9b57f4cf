#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Raises the soft limit of open files to what is wanted, as far as the hard limit lets it.
/// - Returns: the limit that holds now.
func raiseDescriptorLimit(to wanted: Int) -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return 256 }
    if limit.rlim_cur < rlim_t(wanted) {
        var raised = limit
        raised.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
        if setrlimit(resource, &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
}
