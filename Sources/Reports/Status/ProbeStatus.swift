internal import PostgresMonitor

/// What one probe has to tell, or why it has nothing.
struct ProbeStatus {
    /// `present`, `not_asked`, `not_supported`, `forbidden`, `failed`, `late`.
    var state: String
    var asOf: WallClock?
    var value: JSONValue
    /// In a line of words; nil where there is nothing to complain of.
    var reason: String?
    /// The statement that would give the right that is missing.
    var grant: String?
}

extension Snapshot {
    /// Of the probes that somebody watches, by name, in the order of the registry.
    var probeStatuses: [(name: ProbeName, status: ProbeStatus)] {
        ProbeRegistry.all.compactMap { probe in
            let status = status(of: probe)
            return status.state == "not_asked" && probe.topics.isDisjoint(with: topics) ? nil : (probe.name, status)
        }
    }

    func status<P: Probe>(of probe: P.Type) -> ProbeStatus {
        let reading = self[P.self]
        var status = ProbeStatus(state: "present", value: .null, reason: reading.trouble)
        if let last = reading.last {
            status.asOf = last.asOf
            // What is old stays out of `value`: it would be read as new.
            if reading.isPresent { status.value = JSONValue(encoding: last.value).withoutStatements }
        }
        switch reading {
        case .value: break
        case .notAsked: status.state = "not_asked"
        case .notSupported: status.state = "not_supported"
        case .forbidden(let grant, _):
            status.state = "forbidden"
            status.grant = grant
        case .failed: status.state = "failed"
        case .late: status.state = "late"
        }
        return status
    }
}
