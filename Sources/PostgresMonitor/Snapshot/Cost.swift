/// What pgdeck's monitor costs: the server, the way to it, and this machine.
public struct Cost: Sendable, Hashable, Codable {
    /// Of the last refresh: statements sent, those of the frame (BEGIN, SET LOCAL, SAVEPOINT, COMMIT) not among them.
    public var queries: Int
    /// Within the last minute.
    public var queriesPerMinute: Int
    /// Of the last refresh, by TCP_INFO: payload, TLS included. nil over a Unix socket, and where the system does not tell.
    public var bytes: Traffic?
    /// Within the last minute.
    public var bytesPerMinute: Traffic?
    /// Seconds that the server took for the last refresh, from the beginning of each unit to its last answer (clock_timestamp()).
    public var serverTime: Double?
    /// Seconds of the server's time per second, within the last minute.
    public var serverTimePerSecond: Double?
    /// CPU seconds of this process, user and system, since its start.
    public var processorTime: Double
    /// Percent of one processor within the last minute; nil at the first.
    public var processorPercent: Double?
    /// Bytes of this process in memory; nil where the system does not tell.
    public var residentMemory: Int?

    public struct Traffic: Sendable, Hashable, Codable {
        public var sent: Int
        public var received: Int
        public var total: Int { sent + received }

        public init(sent: Int, received: Int) {
            self.sent = sent
            self.received = received
        }
    }

    public init(
        queries: Int = 0, queriesPerMinute: Int = 0, bytes: Traffic? = nil, bytesPerMinute: Traffic? = nil, serverTime: Double? = nil,
        serverTimePerSecond: Double? = nil, processorTime: Double = 0, processorPercent: Double? = nil, residentMemory: Int? = nil
    ) {
        self.queries = queries
        self.queriesPerMinute = queriesPerMinute
        self.bytes = bytes
        self.bytesPerMinute = bytesPerMinute
        self.serverTime = serverTime
        self.serverTimePerSecond = serverTimePerSecond
        self.processorTime = processorTime
        self.processorPercent = processorPercent
        self.residentMemory = residentMemory
    }
}
