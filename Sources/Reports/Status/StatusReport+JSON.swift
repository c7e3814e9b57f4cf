internal import PostgresClient
internal import PostgresMonitor

extension StatusReport {
    /// The object of schema `pgdeck/status/1`, as of now. The first three members are those of the interface that pgdeck stands in for.
    public func json(at now: ContinuousClock.Instant) -> JSONValue {
        let trouble = trouble(at: now)
        return [
            "status": "API is running", "database": .string(trouble == nil ? "Connected" : "Not connected"),
            "version": JSONValue(snapshot?.facts.last?.value.version),
            "schema": "pgdeck/status/1", "available": .bool(trouble == nil), "reason": JSONValue(trouble), "link": linkJSON,
            "server": serverJSON, "role": roleJSON, "latency_seconds": JSONValue(snapshot.map { $0.roundTrip / .seconds(1) }),
            "started_at": moment(snapshot?.pulse.value?.startedAt), "uptime_seconds": JSONValue(snapshot?.pulse.value?.uptime),
            "sessions": [
                "used": JSONValue(snapshot?.databaseStatistics.value?.sessions),
                "maximum": JSONValue(snapshot?.facts.value?.maximumSessions),
                "reserved": JSONValue(snapshot?.facts.value?.reservedSessions),
            ],
            "recovery": JSONValue(snapshot?.pulse.value?.isInRecovery), "as_of": moment(snapshot?.takenAt),
            "age_seconds": JSONValue(age(at: now)), "interval_seconds": JSONValue(snapshot.map { $0.interval / .seconds(1) }),
            "series": JSONValue(snapshot?.series), "rates": ratesJSON, "alerts": alertsJSON, "missing": missingJSON,
            "readings": readingsJSON,
            "cost": snapshot.map { JSONValue(encoding: $0.cost) } ?? .null,
        ]
    }

    private var linkJSON: JSONValue {
        [
            "state": .string(link.state.rawValue), "words": .string(link.words), "message": JSONValue(link.error?.message),
            "detail": JSONValue(link.error?.detail), "hint": JSONValue(link.error?.hint), "sqlstate": JSONValue(link.error?.sqlState),
            "since": moment(link.since), "next_try": moment(link.nextTry),
        ]
    }

    private var serverJSON: JSONValue {
        guard let server = link.server ?? snapshot?.server else { return .null }
        return [
            "major": JSONValue(server.version.major), "minor": JSONValue(server.version.minor), "number": JSONValue(server.version.number),
            "host": .string(server.host), "address": .string(server.address), "port": .string(server.port),
            "database": .string(server.database), "tls": JSONValue(server.tls),
        ]
    }

    /// What the server is to others, and who pgdeck is to the server.
    private var roleJSON: JSONValue {
        guard let server = link.server ?? snapshot?.server else { return .null }
        let facts = snapshot?.facts.value
        return [
            "server": JSONValue(snapshot?.pulse.value.map { $0.isInRecovery ? "standby" : "primary" }),
            "user": .string(facts?.role ?? server.user), "superuser": JSONValue(facts?.isSuperuser ?? server.isSuperuser),
        ]
    }

    /// Per second of the interval; null before there is one, and for what is not watched.
    private var ratesJSON: JSONValue {
        guard let rates = snapshot?.rates else { return .null }
        var members = [
            JSONMember("transactions", JSONValue(rates.transactions)), JSONMember("tuples_in", JSONValue(rates.tuplesIn)),
            JSONMember("checkpoints", JSONValue(rates.checkpoints)), JSONMember("hit_ratio", JSONValue(rates.hitRatio)),
        ]
        members += Counter.allCases.map { JSONMember(snakeCase($0.rawValue), JSONValue(rates[$0])) }
        return .object(members)
    }

    /// Those that stand, then those that are over, the last to end first.
    private var alertsJSON: JSONValue {
        .array(
            (alerts.standing + alerts.past).map { alert in
                [
                    "name": .string(alert.rule.rawValue), "subject": JSONValue(alert.subject), "severity": .string(alert.severity.rawValue),
                    "since": moment(alert.since), "until": moment(alert.until), "value": JSONValue(alert.value),
                    "worst": JSONValue(alert.worst), "threshold": JSONValue(alert.threshold), "words": .string(alert.words),
                ]
            })
    }

    /// What is null because it could not be had, and what would help.
    private var missingJSON: JSONValue {
        let missing = snapshot?.probeStatuses.filter { $0.status.reason != nil } ?? []
        let hidden = snapshot?.hiddenFacts ?? []
        return .array(
            missing.map { name, status in
                [
                    "probe": .string(name.rawValue), "state": .string(status.state), "reason": JSONValue(status.reason),
                    "grant": JSONValue(status.grant),
                ]
            }
                + hidden.map {
                    ["probe": .string($0.probe.rawValue), "state": "partial", "reason": .string($0.reason), "grant": .string($0.grant)]
                })
    }

    private var readingsJSON: JSONValue {
        .object(
            (snapshot?.probeStatuses ?? []).map { name, status in
                JSONMember(
                    name.rawValue, ["state": .string(status.state), "as_of": moment(status.asOf), "value": status.value])
            })
    }

    private func moment(_ seconds: WallClock?) -> JSONValue { JSONValue(seconds.map { CivilTime(secondsSinceEpoch: $0).rfc3339 }) }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
