#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Servers whose owner was killed before it could stop them.
public enum LeftoverClusters {
    /// Ends the servers and deletes the folders of owners that no longer run. Touches only folders of this user with our marker.
    /// Returns the folders that were removed.
    @discardableResult
    public static func remove() -> [String] {
        var removed: [String] = []
        for place in Set([ClusterFolder.temporaryFolder(), "/tmp"]) {
            for name in directoryEntries(at: place) where name.hasPrefix(ClusterFolder.prefix) {
                let folder = ClusterFolder(path: "\(place)/\(name)")
                guard let owner = folder.owner, !owner.isRunning else { continue }
                if let postmaster = folder.postmaster { endPostmaster(postmaster) }
                folder.remove()
                removed.append(folder.path)
            }
        }
        return removed
    }

    /// Immediate shutdown; waits up to 5 s for the postmaster, which ends its backends first, then kills it.
    static func endPostmaster(_ processID: pid_t) {
        let postmaster = ProcessIdentity(running: processID)
        kill(processID, SIGQUIT)
        for _ in 0..<500 where postmaster?.isRunning == true { usleep(10_000) }
        if postmaster?.isRunning == true { kill(processID, SIGKILL) }
    }
}
