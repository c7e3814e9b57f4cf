internal import PostgresClient

extension CodingUserInfoKey {
    /// A server that need not be told again.
    static let knownServer = CodingUserInfoKey(rawValue: "pgdeck.knownServer")!
}

// As a recording keeps it: readings by the name of their probe, those of a probe that this version does not know left out.
extension Snapshot: Codable {
    private enum Key: String, CodingKey {
        case sequence, takenAt, roundTrip, series, server, rates, cost, topics, interval, metrics, readings
    }

    private struct NameKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: ProbeName) { stringValue = name.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(takenAt, forKey: .takenAt)
        try container.encode(roundTrip / .seconds(1), forKey: .roundTrip)
        try container.encode(series, forKey: .series)
        if encoder.userInfo[.knownServer] as? ServerIdentity != server { try container.encode(server, forKey: .server) }
        try container.encode(rates, forKey: .rates)
        try container.encode(cost, forKey: .cost)
        try container.encode(topics.sorted { $0.rawValue < $1.rawValue }, forKey: .topics)
        try container.encode(interval / .seconds(1), forKey: .interval)
        try container.encode(metrics, forKey: .metrics)
        var named = container.nestedContainer(keyedBy: NameKey.self, forKey: .readings)
        for (name, stored) in readings { try named.encode(stored, forKey: NameKey(name)) }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            sequence: try container.decode(Int.self, forKey: .sequence),
            takenAt: try container.decode(WallClock.self, forKey: .takenAt),
            roundTrip: try Self.span(container, .roundTrip),
            series: try container.decode(Int.self, forKey: .series),
            server: try container.decodeIfPresent(ServerIdentity.self, forKey: .server) ?? Self.knownServer(decoder),
            rates: try container.decode(Rates.self, forKey: .rates),
            cost: try container.decode(Cost.self, forKey: .cost),
            topics: Set(try container.decode([Topic].self, forKey: .topics)),
            interval: try Self.span(container, .interval))
        metrics = try container.decode([Metric: Double].self, forKey: .metrics)
        let named = try container.nestedContainer(keyedBy: NameKey.self, forKey: .readings)
        func decode<P: Probe>(_ probe: P.Type) throws {
            if let reading = try named.decodeIfPresent(Reading<P.Answer>.self, forKey: NameKey(P.name)) { self[P.self] = reading }
        }
        for probe in ProbeRegistry.all { try decode(probe) }
    }

    private static func span(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws -> Duration {
        let seconds = try container.decode(Double.self, forKey: key)
        guard RecordLine.spans.contains(seconds) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "no span of time")
        }
        return .seconds(seconds)
    }

    private static func knownServer(_ decoder: any Decoder) throws -> ServerIdentity {
        guard let server = decoder.userInfo[.knownServer] as? ServerIdentity else {
            throw DecodingError.keyNotFound(
                Key.server, .init(codingPath: decoder.codingPath, debugDescription: "no server, and none before"))
        }
        return server
    }
}
