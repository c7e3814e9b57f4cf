extension Snapshot {
    /// Whether every probe that is watched has been asked by now, and answered or not.
    public var isComplete: Bool {
        func isAsked<P: Probe>(_ probe: P.Type) -> Bool { self[P.self] != .notAsked }
        return ProbeRegistry.all.allSatisfy { probe in probe.topics.isDisjoint(with: topics) || isAsked(probe) }
    }
}
