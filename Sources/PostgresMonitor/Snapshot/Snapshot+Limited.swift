extension Snapshot {
    /// The same as if nothing but these topics had been asked for.
    public func limited(to topics: Set<Topic>) -> Snapshot {
        var snapshot = self
        snapshot.topics.formIntersection(topics)
        for probe in ProbeRegistry.all where probe.topics.isDisjoint(with: topics) { snapshot.readings[probe.name] = nil }
        return snapshot
    }
}
