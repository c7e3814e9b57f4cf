/// What is asked for a recording, beyond what somebody looks at, so that a replay has something to show on every page of the monitor.
public enum RecordedTopics {
    /// Once a minute at most: lists are long, and a recording is bounded.
    public static let background = Set(Topic.allCases)
}
